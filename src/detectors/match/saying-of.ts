import type { FaceMatch } from '../../policy/words/evidence.ts';
import type { MatchScale } from '../../policy/words/match-measurement.ts';
import { shippedLikeness, type LikenessModel } from './likeness-model.ts';

/** What is to be known of scores on a scale. The errors of the shipped nets are known everywhere. */
export function sayingOf(likeness: LikenessModel, scale: MatchScale): Pick<FaceMatch, 'scale' | 'errors'> {
  if (likeness === shippedLikeness) return { scale };
  return { scale, errors: likeness.measured.errors.filter((one) => one.scale === scale) };
}
