import type { Evidence } from '../policy/words/evidence.ts';
import type { Queryable } from '../store/database.ts';
import { observedIn } from '../store/evidence-rows.ts';
import type { Photo } from '../store/find-photo.ts';
import { rejectedPictures } from '../store/rejected-pictures.ts';
import { hammingDistance } from './intake/hamming-distance.ts';

/** Saved again, made smaller or turned to another format, a picture's 64-bit hash changes by a bit or two. */
const sameBits = 2;

/**
 * Whether a picture was turned down before it was sent: the same bytes, or one that looks the same. Otherwise what a
 * person rejected, but the models find nothing on, would be clear when it is sent once more.
 */
export async function wasRejectedBefore(
  database: Queryable,
  photo: Pick<Photo, 'id' | 'sha256' | 'perceptualHash'>,
  evidence: Evidence,
): Promise<boolean> {
  const hash = photo.perceptualHash ?? observedIn(evidence, 'file')?.perceptualHash ?? null;
  const isSame = (other: string | null): boolean =>
    hash !== null && other !== null && hammingDistance(hash, other) <= sameBits;
  const rejected = await rejectedPictures.before(database, photo);
  return rejected.some((one) => one.sha256 === photo.sha256 || isSame(one.perceptualHash));
}
