import type { Face } from '../words/evidence.ts';
import type { Facts } from '../words/rule.ts';

/** The side from which people tell a face at a glance, as a multiple of what can be recognised at all. */
const plainToSee = 2;

/** Shorter side of a face, pixels; the larger of what the detector says and what its box says. */
export function faceSizePx(face: Face): number {
  return Math.max(face.sizePx, Math.min(face.box.width, face.box.height));
}

/**
 * The faces that make a photo a photo of people: the certain ones, and doubtful ones that are large and at least half
 * as sure as the limit. A real face missed by a hair must not clear a photo; small doubtful ones are mostly no faces.
 */
export function facesOfPeople(faces: readonly Face[], { policy }: Facts): readonly Face[] {
  const isLarge = (face: Face): boolean => faceSizePx(face) >= plainToSee * policy.match.recognisablePx;
  const { certain } = policy.faces;
  return faces.filter((face) => face.score >= certain || (face.score >= certain / 2 && isLarge(face)));
}
