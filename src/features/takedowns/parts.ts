import type { Clock } from '../../lib/clock.ts';
import type { Database } from '../../store/database.ts';

/** What takedowns and replays need. */
export interface TakedownParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly wakeJobs: () => void;
}
