import type { HandlingPolicy } from '../words/handling-policy.ts';
import { ageOfReference, type ReferenceAge } from './age-of-reference.ts';
import type { TemplateState } from './state-of-template.ts';

/** One of a pupil's reference photos. */
export interface Reference {
  /** ISO day. */
  readonly addedOn: string;
  readonly template: TemplateState;
}

/** How far the newest of those photos that are compared can be relied on; null where none is compared. Pure. */
export function ageOfCompared(
  references: readonly Reference[],
  today: string,
  handling: Pick<HandlingPolicy, 'referenceWarningDays' | 'referenceReviewDays'>,
): ReferenceAge | null {
  const compared = references.filter(({ template }) => template === 'current').map(({ addedOn }) => addedOn);
  return compared.length === 0 ? null : ageOfReference(compared, today, handling);
}
