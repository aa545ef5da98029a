import type { FileRef } from '../../files/file-vault.ts';
import { readFileKeyId, resealFile } from '../../files/reseal-file.ts';
import { AppError } from '../../lib/app-error.ts';
import type { KeyParts, LeftAsItWas } from './parts.ts';

/** Seal every stored file anew that an older key sealed; the row of each says so as soon as it is in its place. */
export async function resealFiles(
  parts: KeyParts,
  signal: AbortSignal,
  step: () => void,
): Promise<{ readonly done: number; readonly left: readonly LeftAsItWas[] }> {
  const left: LeftAsItWas[] = [];
  let done = 0;
  for await (const ref of parts.vault.list()) {
    if (signal.aborted) break;
    try {
      if (await resealOne(parts, ref)) done += 1;
    } catch (error) {
      const why = whyLeft(error);
      if (why !== 'missing') left.push({ kind: ref.kind, id: ref.id, why }); // missing: erased meanwhile
    }
    step();
  }
  if (!signal.aborted) left.push(...(await findMissing(parts)));
  return { done, left };
}

/** Whether there was anything to do: what is under the newest key already is passed over, so it can be run again. */
async function resealOne(parts: KeyParts, ref: FileRef): Promise<boolean> {
  const { database, vault, vaultFolder, keys } = parts;
  const row = await database
    .selectFrom('files')
    .select(['sha256', 'keyId', 'erasedAt'])
    .where('id', '=', ref.id)
    .executeTakeFirst();
  if (typeof row?.erasedAt === 'string') {
    await vault.erase(ref); // a crash came between its row and itself
    return false;
  }
  const isOld = (await readFileKeyId(vaultFolder, ref)) !== keys.current.id;
  if (!isOld && row?.keyId === keys.current.id) return false;
  if (isOld) await resealFile({ vaultFolder, keys }, ref, row?.sha256);
  const { numUpdatedRows } = await database
    .updateTable('files')
    .set({ keyId: keys.current.id })
    .where('id', '=', ref.id)
    .where('erasedAt', 'is', null)
    .executeTakeFirst();
  // A pupil may be erased at the command line meanwhile: what was taken away does not come back under a new seal.
  if (numUpdatedRows === 0n && row !== undefined) await vault.erase(ref);
  return isOld;
}

/** Files that a row expects under an older key and that are not there: their rows keep naming it. */
async function findMissing({ database, vault, keys }: KeyParts): Promise<readonly LeftAsItWas[]> {
  const rows = await database
    .selectFrom('files')
    .select(['id', 'kind'])
    .where('erasedAt', 'is', null)
    .where('keyId', '<>', keys.current.id)
    .execute();
  const missing: LeftAsItWas[] = [];
  for (const { id, kind } of rows as readonly FileRef[]) {
    if (!(await vault.has({ kind, id }))) missing.push({ kind, id, why: 'missing' });
  }
  return missing;
}

/** What concerns this file alone; anything else (a full disk) stops the whole. */
function whyLeft(error: unknown): LeftAsItWas['why'] {
  switch (error instanceof AppError ? error.code : undefined) {
    case 'not-found':
      return 'missing';
    case 'file-damaged':
      return 'damaged';
    case 'file-unreadable':
      return 'unreadable';
    case 'file-sealed':
      return 'key-missing';
    default:
      throw error;
  }
}
