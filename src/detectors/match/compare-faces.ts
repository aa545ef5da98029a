import type { Face } from '../../policy/words/evidence.ts';
import type { DecodedPhoto } from '../detector.ts';
import { calibrateLikeness } from './calibrate-likeness.ts';
import { compareVectors } from './compare-vectors.ts';
import type { FaceEmbedder, FaceVectors } from './open-face-embedder.ts';
import { isTooHidden } from './why-incomparable.ts';

/**
 * Calibrated score (0 to 1, as in match evidence) of each face of A, in rows, with each face of B, in columns; null where
 * too little is seen of one of them and they are not alike.
 */
export async function compareFaces(
  embedder: FaceEmbedder,
  photoA: DecodedPhoto,
  facesA: readonly Face[],
  photoB: DecodedPhoto,
  facesB: readonly Face[],
): Promise<(number | null)[][]> {
  const { nets, measured } = embedder.likeness;
  const rows = await embedAll(embedder, photoA, facesA);
  const columns = await embedAll(embedder, photoB, facesB);
  return rows.map((row) =>
    columns.map((column) => {
      const strength = Math.min(row.vectors.strength, column.vectors.strength);
      const likeness = compareVectors(row.vectors, column.vectors, nets);
      const score = calibrateLikeness({ likeness, strength }, measured.scales.alone);
      const isUnsure = [row, column].some(({ face, vectors }) => isTooHidden(face, vectors));
      return score < measured.words.possible && isUnsure ? null : score;
    }),
  );
}

interface EmbeddedFace {
  readonly face: Face;
  readonly vectors: FaceVectors;
}

async function embedAll(embedder: FaceEmbedder, photo: DecodedPhoto, faces: readonly Face[]): Promise<EmbeddedFace[]> {
  const embedded = [];
  for (const face of faces) embedded.push({ face, vectors: await embedder.embed(photo, face.landmarks) });
  return embedded;
}
