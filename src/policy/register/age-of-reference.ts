import type { HandlingPolicy } from '../words/handling-policy.ts';

/** `ageing`: photograph the pupil again. `aged`: a likeness is only for a person, and the line-up is needed. */
export type ReferenceAge = 'current' | 'ageing' | 'aged';

const dayMs = 86_400_000;

/**
 * How far a pupil's newest reference photo can be relied on. `addedOn` are ISO days, at least one. Pure. Most misses
 * among school children lie between photos that are years apart (docs/accuracy.md).
 */
export function ageOfReference(
  addedOn: readonly string[],
  today: string,
  { referenceWarningDays, referenceReviewDays }: Pick<HandlingPolicy, 'referenceWarningDays' | 'referenceReviewDays'>,
): ReferenceAge {
  const newest = Math.max(...addedOn.map((day) => Date.parse(day)));
  const days = (Date.parse(today) - newest) / dayMs;
  if (days >= referenceReviewDays) return 'aged';
  return days >= referenceWarningDays ? 'ageing' : 'current';
}
