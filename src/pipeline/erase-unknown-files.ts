import type { FileVault, StoredFile } from '../files/file-vault.ts';
import type { Queryable } from '../store/database.ts';

/**
 * Erase the files of a finished piece of work that it did not need in the end: their photo was deleted meanwhile, or
 * its picture was replaced. What was deleted must not lie on the disk until the next start.
 */
export async function eraseUnknownFiles(
  { database, vault }: { readonly database: Queryable; readonly vault: FileVault },
  files: readonly StoredFile[],
): Promise<void> {
  for (const file of files) {
    const row = await database.selectFrom('files').select('id').where('id', '=', file.id).executeTakeFirst();
    if (row === undefined) await vault.erase(file);
  }
}
