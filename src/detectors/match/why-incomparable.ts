import type { Face, FaceMatch } from '../../policy/words/evidence.ts';
import type { FaceVectors } from './open-face-embedder.ts';

/** Below these a comparison fails more often than it succeeds; docs/accuracy.md has the figures. */
const least = { sizePx: 24, sharpness: 0.3, frontality: 0.2, strength: 2.5 } as const;
/** Landmark nets that lie further apart do not both see the whole face; .02 is usual at most. */
const mostDisagreement = 0.03;
/** Eyes that are darker are behind dark glasses; a little brighter ones are where the vector is rather short as well. */
const darkEyes = { surely: 0.5, weak: { eyeLight: 0.67, strength: 3.1 } } as const;

/** Why a face carries too little to be compared, or null when it can be. */
export function whyIncomparable(face: Face): FaceMatch['incomparable'] {
  if (face.sizePx < least.sizePx) return 'too-small';
  if (face.frontality < least.frontality) return 'turned-away';
  if (face.sharpness < least.sharpness) return 'too-blurred';
  return null;
}

/**
 * Whether so little of a face was seen (behind dark glasses, a mask, a hand, hair or paint) that being like nobody says
 * nothing: its vector is short, the landmark nets do not agree where its points are, or both eyes are dark. A likeness that
 * is found all the same counts.
 */
export function isTooHidden(
  { disagreement = 0, eyeLight = 1 }: Pick<Face, 'disagreement' | 'eyeLight'>,
  { strength }: Pick<FaceVectors, 'strength'>,
): boolean {
  const isDark = eyeLight < darkEyes.surely || (eyeLight < darkEyes.weak.eyeLight && strength < darkEyes.weak.strength);
  return strength < least.strength || disagreement > mostDisagreement || isDark;
}
