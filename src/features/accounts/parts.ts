import type { Sealer } from '../../files/sealer.ts';
import type { Clock } from '../../lib/clock.ts';
import type { Log } from '../../lib/log.ts';
import type { Database } from '../../store/database.ts';
import type { OpenidProvider } from './openid-provider.ts';

/** What the accounts feature needs. */
export interface AccountParts {
  readonly database: Database;
  readonly sealer: Sealer;
  readonly clock: Clock;
  readonly log: Log;
  readonly settings: {
    readonly passwordCost: PasswordCost;
    readonly openidProviders: readonly OpenidProvider[];
  };
}

/** Cost of argon2id: memory in KiB and passes. OWASP's least is 19456 and 2. */
export interface PasswordCost {
  readonly memoryKib: number;
  readonly passes: number;
}
