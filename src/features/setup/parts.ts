import type { Clock } from '../../lib/clock.ts';
import type { Database } from '../../store/database.ts';

/** What setting up the school needs. */
export interface SetupParts {
  readonly database: Database;
  readonly clock: Clock;
}
