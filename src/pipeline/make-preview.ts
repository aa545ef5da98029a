import { cleanPhoto } from './clean.ts';
import { decodePhoto } from './decode.ts';

const longEdgePx = 1280;
const quality = 80;

/** A small picture to look at on a screen, from the bytes of a clean copy. Holds nothing but pixels. */
export async function makePreview(clean: Buffer): Promise<Buffer> {
  const copy = await cleanPhoto(await decodePhoto(clean, 'jpeg'), { longEdgePx, quality });
  return copy.bytes;
}
