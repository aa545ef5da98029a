import type { Face } from './evidence.ts';

/**
 * Below this a box is a face in hardly one case of ten, and is kept because nobody who can be recognised may be missed.
 */
export const leastCredible = 0.11;

/**
 * Whether a face is sure enough to look for a body, clothes or a badge below it. Others are compared and shown, and
 * nobody has to look because they could not be compared.
 */
export function isCredibleFace({ score }: Face): boolean {
  return score >= leastCredible;
}
