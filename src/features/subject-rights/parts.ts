import type { FileKind, FileVault } from '../../files/file-vault.ts';
import type { Sealer } from '../../files/sealer.ts';
import type { Clock } from '../../lib/clock.ts';
import type { Database } from '../../store/database.ts';

/** What access and erasure need. */
export interface SubjectRightsParts {
  readonly database: Database;
  readonly vault: FileVault;
  readonly sealer: Sealer;
  readonly clock: Clock;
  readonly wakeJobs: () => void;
}

/** A sealed file to erase after the commit. */
export interface KeptFile {
  readonly kind: FileKind;
  readonly id: string;
}

/** Where an erased pupil's name still stands. */
export interface Mention {
  /** Table and column, as the database calls them. */
  readonly place: string;
  readonly count: number;
  /** Ids of the first batches, photos or releases in which it does; empty for other places. */
  readonly rows: readonly string[];
}

/** What an erasure did, as kept in `erasures.proofJson`. */
export interface Proof {
  readonly rows: Readonly<Record<string, number>>;
  readonly files: readonly KeptFile[];
  readonly placesSearched: number;
  readonly mentions: readonly Mention[];
  readonly photos: readonly string[];
  readonly takedowns: readonly string[];
}
