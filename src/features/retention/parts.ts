import type { FileVault } from '../../files/file-vault.ts';
import type { Clock } from '../../lib/clock.ts';
import type { Database } from '../../store/database.ts';

/** What retention needs. */
export interface RetentionParts {
  readonly database: Database;
  readonly vault: FileVault;
  readonly clock: Clock;
  readonly wakeJobs: () => void;
}
