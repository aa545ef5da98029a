import type { FileVault } from '../../files/file-vault.ts';
import type { Sealer } from '../../files/sealer.ts';
import type { Clock } from '../../lib/clock.ts';
import type { Screening } from '../../pipeline/screening.ts';
import type { Database } from '../../store/database.ts';

/** What keeping the register needs. */
export interface RegisterParts {
  readonly database: Database;
  readonly vault: FileVault;
  readonly sealer: Sealer;
  readonly clock: Clock;
  readonly wakeJobs: () => void;
}

/** The same for photos of pupils, which the screening processes read. */
export interface RegisterPhotoParts extends RegisterParts {
  readonly screening: () => Screening;
}
