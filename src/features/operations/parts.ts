import type { Clock } from '../../lib/clock.ts';
import type { ScreeningOptions } from '../../pipeline/screening.ts';
import type { Database } from '../../store/database.ts';

export interface OperationsParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly settings: { readonly screening: Pick<ScreeningOptions, 'packsFolder'> };
}
