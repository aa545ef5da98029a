import type { Clock } from '../../lib/clock.ts';
import type { Database } from '../../store/database.ts';

export interface StatisticsParts {
  readonly database: Database;
  readonly clock: Clock;
}
