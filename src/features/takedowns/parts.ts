import type { Sealer } from '../../files/sealer.ts';
import type { Clock } from '../../lib/clock.ts';
import type { Database } from '../../store/database.ts';

/** What takedowns and replays need. */
export interface TakedownParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly wakeJobs: () => void;
}

/** What their jobs need besides, to have face templates forgotten. */
export interface TakedownJobParts extends TakedownParts {
  readonly sealer: Sealer;
}
