import type { FaceVectors } from './open-face-embedder.ts';

/** How much one step of descriptor cosine counts against feature cosine; the descriptor's cosines lie close together. */
const descriptorWeight = 2;

/** The parts of a face's description that are compared. */
export type Comparable = Pick<FaceVectors, 'feature' | 'descriptor'>;

/** Raw likeness of two faces: joined cosines, about 1.9 for strangers of school age and 2.6 for two photos of one child. */
export function compareVectors(a: Comparable, b: Comparable): number {
  return joinLikeness(dotProduct(a.feature, b.feature), dotProduct(a.descriptor, b.descriptor));
}

/** The two nets' cosines as one raw likeness. */
export function joinLikeness(feature: number, descriptor: number): number {
  return feature + descriptorWeight * descriptor;
}

/**
 * Raw likeness of a face and a pupil: half of the likeness to the nearest reference photo, half of that to their mean
 * vector. The mean steadies, the nearest keeps a photo of like age or pose from being averaged away.
 */
export function compareWithTemplate(face: Comparable, references: readonly Comparable[]): number {
  const nearest = Math.max(...references.map((reference) => compareVectors(face, reference)));
  return (nearest + compareVectors(face, meanOfFaces(references))) / 2;
}

/** The mean of several descriptions, each of its two vectors made a unit vector again. */
function meanOfFaces(faces: readonly Comparable[]): Comparable {
  return {
    feature: toUnit(sumOf(faces.map(({ feature }) => feature))),
    descriptor: toUnit(sumOf(faces.map(({ descriptor }) => descriptor))),
  };
}

/** Throws a RangeError for no vectors. */
export function sumOf(vectors: readonly Float32Array[]): Float32Array {
  if (vectors.length === 0) throw new RangeError('sumOf needs at least one vector');
  const sum = new Float32Array(vectors[0]!.length);
  for (const vector of vectors) for (let at = 0; at < sum.length; at++) sum[at] = sum[at]! + vector[at]!;
  return sum;
}

/** Of length one; a vector of zeros stays as it is. */
export function toUnit(vector: Float32Array): Float32Array {
  const length = Math.sqrt(dotProduct(vector, vector));
  return length === 0 ? vector : vector.map((value) => value / length);
}

/** Of two vectors of one length. */
export function dotProduct(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += a[at]! * b[at]!;
  return sum;
}
