import { leastCredible } from '../../policy/words/is-credible-face.ts';

export type OperatingPoint = 'careful' | 'quick';

/** Smaller boxes are not faces anybody could recognise, and many false boxes are among them. */
const leastSizePx = 14;
/** Nearly nobody is recognised from so few pixels of a photo; there a third of all false boxes lies. */
const tinyPx = 18;
/** Sizes in a photo of 1,024 pixels, as the nets see larger ones. */
const [netPx, middlingPx] = [1024, 40];

/**
 * Faces from here up are reported, by their shorter side. `careful` misses few and shows some false boxes, and rather
 * more of them where a face is large: that is one that can be recognised, and false boxes are few there. Chosen on one
 * half of the labelled photos.
 */
export function leastProbability(operatingPoint: OperatingPoint, sizePx: number, longEdgePx: number): number {
  if (sizePx < leastSizePx) return Infinity;
  if (operatingPoint === 'quick') return 0.3;
  if (sizePx < tinyPx) return 0.5;
  return sizePx * Math.min(1, netPx / longEdgePx) < middlingPx ? leastCredible : 0.04;
}
