import type { Sealer } from '../../files/sealer.ts';
import type { Clock } from '../../lib/clock.ts';
import type { Database } from '../../store/database.ts';

/** What disclosures need. */
export interface DisclosureParts {
  readonly database: Database;
  readonly sealer: Sealer;
  readonly clock: Clock;
}
