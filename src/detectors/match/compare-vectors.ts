import type { FaceTemplate } from './face-template.ts';
import type { FaceVectors } from './open-face-embedder.ts';

/** How much one step of descriptor cosine counts against feature cosine; the descriptor's cosines lie close together. */
const descriptorWeight = 3;

/** Raw likeness of two faces: joined cosines, about 2.2 for strangers and 3.3 for two photos of one person. */
export function compareVectors(a: FaceVectors, b: FaceVectors): number {
  return dot(a.feature, b.feature) + descriptorWeight * dot(a.descriptor, b.descriptor);
}

/**
 * Raw likeness of a face and a pupil: half of the likeness to the nearest reference photo, half of that to their mean
 * vector. The mean steadies, the nearest keeps a photo of like age or pose from being averaged away.
 */
export function compareWithTemplate(face: FaceVectors, { vectors }: Pick<FaceTemplate, 'vectors'>): number {
  const nearest = Math.max(...vectors.map((reference) => compareVectors(face, reference)));
  const mean =
    likenessToMean(
      face.feature,
      vectors.map(({ feature }) => feature),
    ) +
    descriptorWeight *
      likenessToMean(
        face.descriptor,
        vectors.map(({ descriptor }) => descriptor),
      );
  return (nearest + mean) / 2;
}

function likenessToMean(vector: Float32Array, references: readonly Float32Array[]): number {
  const sum = new Float32Array(vector.length);
  for (const reference of references) for (let at = 0; at < sum.length; at++) sum[at] = sum[at]! + reference[at]!;
  const length = Math.hypot(...sum);
  return length === 0 ? 0 : dot(vector, sum) / length;
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += a[at]! * b[at]!;
  return sum;
}
