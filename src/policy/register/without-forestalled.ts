import { findForestalled, type ForestallableAnswer } from './find-forestalled.ts';

/**
 * Answers without every "yes" to which the same person said "no" before it had begun: a form says "yes" from September on,
 * and in August the parent rings up and says "no". Else the form would undo the call on its first day, and nobody would
 * notice. `all` in the order recorded; `whoOf` tells people of one pupil apart.
 */
export function withoutForestalled<Given extends ForestallableAnswer>(
  all: readonly Given[],
  whoOf: (answer: Given) => string,
): readonly Given[] {
  const left = findForestalled(all, whoOf);
  return left.size === 0 ? all : all.flatMap((one) => left.get(one) ?? [one]);
}
