import type { HandlingPolicy } from '../words/handling-policy.ts';
import { ageOfReference } from './age-of-reference.ts';
import type { TemplateState } from './state-of-template.ts';

/** Why a pupil needs a new reference photo, most urgent first: with the first two the line-up is needed. */
export const referenceNeeds = ['none-usable', 'aged', 'ageing', 'some-unusable'] as const;
export type ReferenceNeed = (typeof referenceNeeds)[number];

interface Reference {
  /** ISO day. */
  readonly addedOn: string;
  readonly template: TemplateState;
}

/**
 * Why the office should add a photo to a pupil's own, or null. Only photos that are compared count for their age; those
 * that wait to be made again need nobody. Pure.
 */
export function needOfReferences(
  references: readonly Reference[],
  today: string,
  handling: Pick<HandlingPolicy, 'referenceWarningDays' | 'referenceReviewDays'>,
): ReferenceNeed | null {
  const current = references.filter(({ template }) => template === 'current').map(({ addedOn }) => addedOn);
  const hasUnusable = references.some(({ template }) => template === 'unusable');
  if (current.length === 0) return hasUnusable ? 'none-usable' : null;
  const age = ageOfReference(current, today, handling);
  if (age !== 'current') return age;
  return hasUnusable ? 'some-unusable' : null;
}
