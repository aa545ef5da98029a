import { AppError } from '../../lib/app-error.ts';
import type { FileVault, StoredFile } from '../../files/file-vault.ts';
import { cleanPhoto } from '../../pipeline/clean.ts';
import { decodePhoto } from '../../pipeline/decode.ts';
import { perceptualHash } from '../../pipeline/intake/perceptual-hash.ts';
import type { Queryable } from '../../store/database.ts';
import type { Photo } from '../../store/find-photo.ts';
import { cropHashes } from '../../pipeline/intake/crop-hashes.ts';

/** The bytes that will leave, stored, and what they are known by. */
export interface ReleaseFile {
  readonly stored: StoredFile;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly perceptualHash: string;
  readonly cropHashes: readonly string[];
}

/** Hashes look at 32 x 32 pixels, so a small copy says the same and is quick to cut. */
const hashedEdgePx = 512;

/** The clean picture to release from: the checked output where there is one, else the clean copy. */
async function findSource(database: Queryable, photo: Photo) {
  if (photo.currentOutputId === null) {
    if (photo.cleanFileId === null) throw new AppError('wrong-state', { detail: 'there is no clean copy' });
    return { kind: 'clean', id: photo.cleanFileId } as const;
  }
  const output = await database
    .selectFrom('photoOutputs')
    .select(['fileId', 'checkState', 'discardedAt'])
    .where('id', '=', photo.currentOutputId)
    .executeTakeFirst();
  if (output === undefined || output.fileId === null || output.discardedAt !== null || output.checkState !== 'passed') {
    throw new AppError('wrong-state', { detail: 'the covered or cropped picture was not passed' });
  }
  return { kind: 'output', id: output.fileId } as const;
}

/**
 * A new JPEG for a channel, made from the pixels of the clean picture, at most `longEdgePx` long, verified and stored.
 * Throws `wrong-state` without a passed picture, `clean-failed`, `clean-unverified`.
 */
export async function makeReleaseFile(
  parts: { readonly database: Queryable; readonly vault: FileVault },
  photo: Photo,
  longEdgePx: number,
): Promise<ReleaseFile> {
  const source = await findSource(parts.database, photo);
  const picture = await decodePhoto(await parts.vault.read(source), 'jpeg');
  const copy = await cleanPhoto(picture, { longEdgePx });
  const hash = await perceptualHash(await picture.scaled(longEdgePx));
  const crops = await cropHashes(await picture.scaled(hashedEdgePx));
  const stored = await parts.vault.write('release', copy.bytes);
  if (stored.sha256 !== copy.evidence.sha256) throw new AppError('clean-unverified');
  const { width: widthPx, height: heightPx } = copy.evidence;
  return { stored, widthPx, heightPx, perceptualHash: hash, cropHashes: crops };
}
