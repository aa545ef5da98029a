import type { Registry } from 'prom-client';
import type { PasswordCost } from './features/accounts/parts.ts';
import type { OpenidProvider } from './features/accounts/openid-provider.ts';
import type { FileVault } from './files/file-vault.ts';
import type { Sealer } from './files/sealer.ts';
import type { Clock } from './lib/clock.ts';
import type { Log } from './lib/log.ts';
import type { Screening, ScreeningOptions } from './pipeline/screening.ts';
import type { Database } from './store/database.ts';
import type { Store } from './store/open-store.ts';

/** What the person who runs the service may choose. */
export interface ServiceSettings {
  /** Holds the database, the sealed files and, unless `keyText` is given, the key. */
  readonly dataFolder: string;
  readonly keyText: string | undefined;
  readonly publicOrigin: string | undefined;
  readonly trustedProxies: number;
  readonly metricsToken: string | undefined;
  readonly limits: { readonly perMinute: number; readonly signInsPerMinute: number };
  readonly pagesFolder: string | undefined;
  readonly passwordCost: PasswordCost;
  readonly openidProviders: readonly OpenidProvider[];
  /** Private networks that webhooks may reach, also by plain http. None unless said. */
  readonly webhookNetworks?: readonly string[] | undefined;
  /** Background jobs at a time; 0 runs none (tools and tests that only need the API). */
  readonly jobConcurrency: number;
  readonly screening: ScreeningOptions;
}

/** Everything features are made of. Each takes the few it names in its own `parts.ts`. */
export interface ServiceParts {
  readonly settings: ServiceSettings;
  readonly store: Store;
  readonly database: Database;
  readonly vault: FileVault;
  readonly sealer: Sealer;
  readonly clock: Clock;
  readonly log: Log;
  readonly metrics: Registry;
  /** The screening processes; they are started, and load their models, when first asked for. */
  readonly screening: () => Screening;
  /** Aborts when the service begins to stop. */
  readonly stopping: AbortSignal;
  /** Call after a commit that enqueued jobs, so that they begin at once. */
  readonly wakeJobs: () => void;
}
