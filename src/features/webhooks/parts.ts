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
    /** Private networks with subscribers, also by plain http: a website on the school's own network. */
    readonly webhookNetworks?: readonly string[] | undefined;
  };
}
