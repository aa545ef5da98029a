import { hammingDistance } from '../../pipeline/intake/hamming-distance.ts';
import type { Queryable } from '../../store/database.ts';
import type { Photo } from '../../store/find-photo.ts';

/** Two pictures whose 64-bit perceptual hashes differ in at most this many bits look the same to people. */
const nearBits = 6;

/** The first other photo of the batch that looks the same, or null. Only ever points at one before it. */
export async function findNearDuplicate(
  database: Queryable,
  photo: Pick<Photo, 'id' | 'batchId' | 'position'>,
  perceptualHash: string,
): Promise<string | null> {
  const others = await database
    .selectFrom('photos')
    .select(['id', 'perceptualHash'])
    .where('batchId', '=', photo.batchId)
    .where('position', '<', photo.position)
    .where('perceptualHash', 'is not', null)
    .orderBy('position')
    .execute();
  const alike = others.find((other) => hammingDistance(other.perceptualHash!, perceptualHash) <= nearBits);
  return alike?.id ?? null;
}
