import type { FileVault } from '../../files/file-vault.ts';
import type { Sealer } from '../../files/sealer.ts';
import type { Clock } from '../../lib/clock.ts';
import type { Log } from '../../lib/log.ts';
import type { Screening } from '../../pipeline/screening.ts';
import type { Database } from '../../store/database.ts';

/** What receiving and screening photos needs. */
export interface UploadParts {
  readonly database: Database;
  readonly vault: FileVault;
  readonly sealer: Sealer;
  readonly clock: Clock;
  readonly log: Log;
  /** The screening processes; started when first asked for. */
  readonly screening: () => Screening;
  readonly wakeJobs: () => void;
}
