import { AppError } from '../../lib/app-error.ts';
import type { Face } from '../../policy/words/evidence.ts';

/** A second face this large beside the largest makes it unclear whose portrait it is. */
const clearlySmaller = 0.6;

/** The one face that a reference photo is of. Throws `reference-unusable` when there is none, or more than one. */
export function pickPortrait(faces: readonly Face[]): Face {
  const [largest, second] = [...faces].sort((a, b) => b.sizePx - a.sizePx);
  if (largest === undefined) throw new AppError('reference-unusable', { detail: 'no face was found in it' });
  if (second !== undefined && second.sizePx > clearlySmaller * largest.sizePx) {
    throw new AppError('reference-unusable', { detail: 'it shows more than one person' });
  }
  return largest;
}
