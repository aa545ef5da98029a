import type { FileVault } from '../../files/file-vault.ts';
import type { Sealer } from '../../files/sealer.ts';
import type { Clock } from '../../lib/clock.ts';
import type { Log } from '../../lib/log.ts';
import type { Screening } from '../../pipeline/screening.ts';
import type { Database } from '../../store/database.ts';

/** What deciding photos needs. */
export interface ModerationParts {
  readonly database: Database;
  readonly vault: FileVault;
  readonly sealer: Sealer;
  readonly clock: Clock;
  readonly log: Log;
  readonly screening: () => Screening;
  readonly wakeJobs: () => void;
}
