import { cleanPhoto } from './clean.ts';
import { decodePhoto } from './decode.ts';

const longEdges = { preview: 1280, view: 2048 } as const;
const quality = 80;

/**
 * A picture to look at on a screen (`preview`) or to zoom into (`view`), from the bytes of a clean copy. Holds nothing
 * but pixels.
 */
export async function makePreview(clean: Buffer, size: 'preview' | 'view' = 'preview'): Promise<Buffer> {
  const copy = await cleanPhoto(await decodePhoto(clean, 'jpeg'), { longEdgePx: longEdges[size], quality });
  return copy.bytes;
}
