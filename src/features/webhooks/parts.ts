import type { Sealer } from '../../files/sealer.ts';
import type { Clock } from '../../lib/clock.ts';
import type { Database } from '../../store/database.ts';

/** What telling subscribers needs. */
export interface WebhookParts {
  readonly database: Database;
  readonly sealer: Sealer;
  readonly clock: Clock;
  readonly wakeJobs: () => void;
  readonly settings: {
    /** Subscribers on this machine or network, also by plain http. For tests and for a website on the same network. */
    readonly privateWebhooks?: boolean | undefined;
  };
}
