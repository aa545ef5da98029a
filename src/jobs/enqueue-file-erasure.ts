import type { Clock } from '../lib/clock.ts';
import type { Trx } from '../store/database.ts';
import { enqueueJob } from './enqueue-job.ts';

/** Erases one sealed file whose row is marked as erased. */
export const eraseFileKind = 'erase-file';

/** Have a file erased from the disk after this transaction, where no caller is left to do it. */
export async function enqueueFileErasure(
  trx: Trx,
  clock: Clock,
  { kind, id }: { readonly kind: 'preview' | 'release'; readonly id: string },
): Promise<void> {
  await enqueueJob(trx, clock, { kind: eraseFileKind, payload: { kind, id }, dedupeKey: `${eraseFileKind}/${id}` });
}
