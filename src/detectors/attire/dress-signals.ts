import type { SkinShares } from '../../policy/words/evidence.ts';

/** What the heads and the class probabilities say about one square: the whole photo, or one person in it. */
export interface SquareSignals {
  /** Log-odds of swimming, as seen in whole photos. */
  readonly swimming: number;
  /** Log-odds of swimwear or dress as brief, as seen on people. */
  readonly dress: number;
  /** Log of how much more the class net sees bare skin and tight clothes than nothing of note. */
  readonly bareness: number;
}

/** Log-odds beyond this say no more than "sure". */
const mostLogOdds = 6;
/** Share of skin-coloured pixels that says nothing either way. */
const neutralShare = 0.15;

const bounded = (value: number): number => Math.max(-mostLogOdds, Math.min(mostLogOdds, value));

/** From nsfwjs's classes (drawing, hentai, neutral, porn, sexy). */
export function barenessOf(classes: Float32Array): number {
  return Math.log((classes[3]! + classes[4]! + 0.01) / (classes[2]! + 0.01));
}

/** One row for the model of a person: the person's square, the whole photo, and skin by body part (unknown counts nought). */
export function personRow(person: SquareSignals, whole: SquareSignals, skin: SkinShares): Float32Array {
  const part = (share: number | null): number => (share === null ? 0 : share - neutralShare);
  return Float32Array.of(
    bounded(person.dress),
    bounded(person.bareness),
    bounded(whole.swimming),
    bounded(whole.dress),
    part(skin.torso),
    part(skin.upperArms),
    part(skin.thighs),
  );
}
