import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { DecodedPhoto } from '../../src/detectors/detector.ts';
import { createFaceDetector } from '../../src/detectors/faces/create-face-detector.ts';
import type { FaceEmbedder, FaceVectors } from '../../src/detectors/match/open-face-embedder.ts';
import type { Face } from '../../src/policy/words/evidence.ts';
import { decodePhoto } from '../../src/pipeline/decode.ts';
import { keptAt } from '../kept-at.ts';

/** Which face of a photo is the labelled person's. */
export type Pick = 'largest' | 'central';

export interface EmbeddedFace {
  readonly face: Face;
  readonly vectors: FaceVectors;
}

/** Which photos, and where what was seen in them is kept for other evaluations of the same code. */
export interface PhotosToEmbed {
  readonly folder: string;
  readonly images: readonly string[];
  readonly pick: Pick;
  readonly keep?: string | undefined;
  readonly embedder: FaceEmbedder;
}

/** The labelled person's face in each photo, by image name; a photo without a found face is missing from the map. */
export async function embedPhotos(
  { folder, images, pick, keep, embedder }: PhotosToEmbed,
  progress: (done: number, total: number) => void,
): Promise<Map<string, EmbeddedFace>> {
  const detector = await createFaceDetector();
  const embedded = new Map<string, EmbeddedFace>();
  for (const [done, image] of images.entries()) {
    const file = path.join(folder, image);
    const found = await keptAt(keep, [detector.version, embedder.model, pick, file], async () => {
      const photo = await decodePhoto(await readFile(file), 'jpeg');
      const face = pickFace(photo, await detector.observe(photo, {}, new AbortController().signal), pick);
      return face === undefined ? null : { face, vectors: await embedder.embed(photo, face.landmarks) };
    });
    if (found !== null) embedded.set(image, found);
    progress(done + 1, images.length);
  }
  return embedded;
}

function pickFace({ full: { width, height } }: DecodedPhoto, faces: readonly Face[], pick: Pick): Face | undefined {
  const rank = ({ box, score }: Face): number => {
    if (pick === 'largest') return score * box.width * box.height;
    const aside = Math.hypot((box.x + box.width / 2) / width - 0.5, (box.y + box.height / 2) / height - 0.5);
    return score * (1 - aside);
  };
  return [...faces].sort((a, b) => rank(b) - rank(a))[0];
}
