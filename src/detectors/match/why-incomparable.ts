import type { Face, FaceMatch } from '../../policy/words/evidence.ts';

/** Below these a comparison fails more often than it succeeds; docs/accuracy.md has the figures. */
const least = { sizePx: 24, sharpness: 0.3, frontality: 0.2 } as const;

/** Why a face carries too little to be compared, or null when it can be. */
export function whyIncomparable(face: Face): FaceMatch['incomparable'] {
  if (face.sizePx < least.sizePx) return 'too-small';
  if (face.frontality < least.frontality) return 'turned-away';
  if (face.sharpness < least.sharpness) return 'too-blurred';
  return null;
}
