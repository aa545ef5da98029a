import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { createFaceDetector } from '../../src/detectors/faces/create-face-detector.ts';
import { openFaceEmbedder, type FaceVectors } from '../../src/detectors/match/open-face-embedder.ts';
import type { Face } from '../../src/policy/words/evidence.ts';
import { decodePhoto } from '../../src/pipeline/decode.ts';

/** Which face of a photo is the labelled person's. */
export type Pick = 'largest' | 'central';

export interface EmbeddedFace {
  readonly face: Face;
  readonly vectors: FaceVectors;
}

/** The labelled person's face in each photo, by image name; a photo without a found face is missing from the map. */
export async function embedPhotos(
  folder: string,
  images: readonly string[],
  pick: Pick,
  progress: (done: number, total: number) => void,
): Promise<Map<string, EmbeddedFace>> {
  const [detector, embedder] = await Promise.all([createFaceDetector(), openFaceEmbedder()]);
  const embedded = new Map<string, EmbeddedFace>();
  for (const [done, image] of images.entries()) {
    const photo = await decodePhoto(await readFile(path.join(folder, image)), 'jpeg');
    const faces = await detector.observe(photo, {}, new AbortController().signal);
    const { width, height } = photo.full;
    const rank = ({ box, score }: Face): number => {
      if (pick === 'largest') return score * box.width * box.height;
      const aside = Math.hypot((box.x + box.width / 2) / width - 0.5, (box.y + box.height / 2) / height - 0.5);
      return score * (1 - aside);
    };
    const [face] = [...faces].sort((a, b) => rank(b) - rank(a));
    if (face !== undefined) embedded.set(image, { face, vectors: await embedder.embed(photo, face.landmarks) });
    progress(done + 1, images.length);
  }
  return embedded;
}
