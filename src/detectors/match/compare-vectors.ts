import { shippedNets, type ComparedNet } from './likeness-model.ts';
import type { FaceVectors } from './open-face-embedder.ts';

/** The parts of a face's description that are compared. */
export type Comparable = Pick<FaceVectors, 'feature' | 'descriptor' | 'added'>;

/**
 * Raw likeness of two faces: joined cosines. With the shipped nets about 1.9 for strangers of school age and 2.6 for two
 * photos of one child.
 */
export function compareVectors(a: Comparable, b: Comparable, nets: readonly ComparedNet[] = shippedNets): number {
  return joinLikeness(
    nets.map(({ vectorOf }) => dotProduct(vectorOf(a), vectorOf(b))),
    nets,
  );
}

/** The nets' cosines, in their order, as one raw likeness. */
export function joinLikeness(cosines: readonly number[], nets: readonly ComparedNet[]): number {
  return nets.reduce((sum, { weight }, at) => sum + weight * cosines[at]!, 0);
}

/**
 * Raw likeness of a face and a pupil: half of the likeness to the nearest reference photo, half of that to their mean
 * vectors. The mean steadies, the nearest keeps a photo of like age or pose from being averaged away.
 */
export function compareWithTemplate(
  face: Comparable,
  references: readonly Comparable[],
  nets: readonly ComparedNet[] = shippedNets,
): number {
  const nearest = Math.max(...references.map((reference) => compareVectors(face, reference, nets)));
  const toMean = nets.map(({ vectorOf }) => dotProduct(vectorOf(face), toUnit(sumOf(references.map(vectorOf)))));
  return (nearest + joinLikeness(toMean, nets)) / 2;
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
