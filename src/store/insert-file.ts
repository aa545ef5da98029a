import { isoNow, type Clock } from '../lib/clock.ts';
import type { Trx } from './database.ts';

/** A file the vault has written, and the row that makes it known. Write the file first, then this. */
export async function insertFile(
  trx: Trx,
  clock: Clock,
  stored: {
    readonly id: string;
    readonly kind: string;
    readonly bytes: number;
    readonly sha256: string;
    readonly keyId: string;
  },
  mediaType: string,
): Promise<void> {
  const { id, kind, bytes, sha256, keyId } = stored;
  await trx
    .insertInto('files')
    .values({ id, kind, bytes, sha256, keyId, mediaType, createdAt: isoNow(clock), eraseAfter: null, erasedAt: null })
    .execute();
}

/** Mark a file as erased, in the transaction that makes it unneeded; erase it in the vault after the commit. */
export async function eraseFileRow(trx: Trx, clock: Clock, id: string): Promise<void> {
  await trx
    .updateTable('files')
    .set({ erasedAt: isoNow(clock) })
    .where('id', '=', id)
    .execute();
}
