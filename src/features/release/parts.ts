import type { FileVault } from '../../files/file-vault.ts';
import type { Clock } from '../../lib/clock.ts';
import type { Screening } from '../../pipeline/screening.ts';
import type { Database } from '../../store/database.ts';

/** What releasing, the ledger and the look-up need. */
export interface ReleaseParts {
  readonly database: Database;
  readonly vault: FileVault;
  readonly clock: Clock;
  readonly wakeJobs: () => void;
  readonly screening: () => Screening;
}
