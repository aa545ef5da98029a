import type { Face, FaceMatch } from '../../policy/words/evidence.ts';
import type { FaceVectors } from './open-face-embedder.ts';

/** Below these a comparison fails more often than it succeeds; docs/accuracy.md has the figures. */
const least = { sizePx: 24, sharpness: 0.3, frontality: 0.2, strength: 2.5 } as const;
/** Landmark nets that lie further apart do not both see the whole face; .02 is usual at most. */
const mostDisagreement = 0.03;

/** Why a face carries too little to be compared, or null when it can be. */
export function whyIncomparable(face: Face): FaceMatch['incomparable'] {
  if (face.sizePx < least.sizePx) return 'too-small';
  if (face.frontality < least.frontality) return 'turned-away';
  if (face.sharpness < least.sharpness) return 'too-blurred';
  return null;
}

/**
 * Whether so little of a face was seen (behind dark glasses, a mask, a hand, hair or paint) that being like nobody says
 * nothing: its vector is short, or the landmark nets do not agree where its points are. A likeness that is found all the
 * same counts.
 */
export function isTooHidden(
  { disagreement = 0 }: Pick<Face, 'disagreement'>,
  { strength }: Pick<FaceVectors, 'strength'>,
): boolean {
  return strength < least.strength || disagreement > mostDisagreement;
}
