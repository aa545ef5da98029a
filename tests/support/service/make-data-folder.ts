import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { openFileVault, type FileVault, type StoredFile } from '../../../src/files/file-vault.ts';
import { loadKeyRing, type KeyRing } from '../../../src/files/key-ring.ts';
import { systemClock } from '../../../src/lib/clock.ts';
import { insertFile } from '../../../src/store/insert-file.ts';
import { openStore, type Store } from '../../../src/store/open-store.ts';
import { recordAudit } from '../../../src/store/record-audit.ts';
import { withTransaction } from '../../../src/store/with-transaction.ts';
import { freshFolder } from './fresh-vault.ts';

export interface DataFolder {
  /** A folder for backups and the like; the data folder is `data` in it. */
  readonly root: string;
  readonly env: Readonly<Record<string, string>>;
  readonly keys: KeyRing;
  readonly store: Store;
  readonly vault: FileVault;
  readonly files: readonly { readonly stored: StoredFile; readonly bytes: Buffer }[];
  /** Where a stored file lies. */
  readonly placeOf: (id: string) => string;
}

/** A data folder with its own key file, some sealed files of these sizes and an audit event for each. */
export async function makeDataFolder(...sizes: readonly number[]): Promise<DataFolder> {
  const root = freshFolder();
  const data = path.join(root, 'data');
  const keys = loadKeyRing({ keyText: undefined, keyFile: path.join(data, 'photoward.key'), mayMake: true });
  const store = await openStore(path.join(data, 'photoward.db'));
  const vault = await openFileVault(path.join(data, 'files'), keys, { clearTemporary: true });
  const files = [];
  for (const size of sizes) {
    const bytes = randomBytes(size);
    const stored = await vault.write('clean', bytes);
    await withTransaction(store.database, async (trx) => {
      await insertFile(trx, systemClock, stored, 'image/jpeg');
      const subject = { kind: 'photo', id: stored.id } as const;
      await recordAudit(trx, systemClock, { actor: 'system', action: 'photo/received', subject });
    });
    files.push({ stored, bytes });
  }
  const placeOf = (id: string): string => path.join(data, 'files', 'clean', id.slice(-2), id);
  return { root, env: { PHOTOWARD_DATA: data }, keys, store, vault, files, placeOf };
}
