import type { HandlingPolicy } from '../words/handling-policy.ts';
import { ageOfCompared, type Reference } from './age-of-compared.ts';

/** Why a pupil needs a new reference photo, most urgent first: with the first two the line-up is needed. */
export const referenceNeeds = ['none-usable', 'aged', 'ageing', 'some-unusable'] as const;
export type ReferenceNeed = (typeof referenceNeeds)[number];

/**
 * Why the office should add a photo to a pupil's own, or null. Only photos that are compared count for their age; those
 * that wait to be made again need nobody. Pure.
 */
export function needOfReferences(
  references: readonly Reference[],
  today: string,
  handling: Pick<HandlingPolicy, 'referenceWarningDays' | 'referenceReviewDays'>,
): ReferenceNeed | null {
  const age = ageOfCompared(references, today, handling);
  const hasUnusable = references.some(({ template }) => template === 'unusable');
  const isWaiting = references.some(({ template }) => template === 'waiting');
  if (age === null && hasUnusable && !isWaiting) return 'none-usable';
  if (age !== null && age !== 'current') return age;
  return hasUnusable ? 'some-unusable' : null;
}
