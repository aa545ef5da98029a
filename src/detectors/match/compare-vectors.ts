import type { FaceTemplate } from './face-template.ts';
import type { FaceVectors } from './open-face-embedder.ts';

/** How much one step of descriptor cosine counts against feature cosine; the descriptor's cosines lie close together. */
const descriptorWeight = 3;

/** Raw likeness of two faces: joined cosines, about 2.2 for strangers and 3.3 for two photos of one person. */
export function compareVectors(a: FaceVectors, b: FaceVectors): number {
  return dot(a.feature, b.feature) + descriptorWeight * dot(a.descriptor, b.descriptor);
}

/** Raw likeness of a face and a pupil: to the nearest reference photo, steadied by the mean over all of them. */
export function compareWithTemplate(face: FaceVectors, template: FaceTemplate): number {
  const scores = template.vectors.map((vectors) => compareVectors(face, vectors));
  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
  return (Math.max(...scores) + mean) / 2;
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += a[at]! * b[at]!;
  return sum;
}
