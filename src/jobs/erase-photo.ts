import { AppError } from '../lib/app-error.ts';
import type { Clock } from '../lib/clock.ts';
import type { Trx } from '../store/database.ts';
import type { Photo } from '../store/find-photo.ts';
import { removePhoto, type FileToErase } from './remove-photo.ts';
import { settleBatch } from './settle-batch.ts';

const unreleased = ['received', 'screening', 'clear', 'flagged', 'approved', 'rejected'];

/** Remove a photo that was never released. Returns the files to erase after the commit. Throws `wrong-state` once released. */
export async function erasePhoto(trx: Trx, clock: Clock, photo: Photo, actor: string): Promise<readonly FileToErase[]> {
  if (!unreleased.includes(photo.state)) throw new AppError('wrong-state', { detail: 'it was released' });
  const files = await removePhoto(trx, clock, photo, actor);
  await settleBatch(trx, clock, photo.batchId);
  return files;
}
