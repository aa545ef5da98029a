import type { FileRef, FileVault } from '../../files/file-vault.ts';
import type { KeyRing } from '../../files/key-ring.ts';
import type { Clock } from '../../lib/clock.ts';
import type { Database } from '../../store/database.ts';
import type { SealedKind } from '../../store/sealed-columns.ts';

export interface KeyParts {
  readonly database: Database;
  readonly vault: FileVault;
  /** The vault's folder. */
  readonly vaultFolder: string;
  readonly keys: KeyRing;
  readonly clock: Clock;
}

/** Something that could not be sealed anew. A file by kind and id, a value in the database by its context and id. */
export interface LeftAsItWas {
  readonly kind: FileRef['kind'] | SealedKind;
  readonly id: string;
  readonly why: 'missing' | 'damaged' | 'unreadable' | 'key-missing';
}
