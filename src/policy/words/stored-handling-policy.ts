import type { HandlingPolicy } from './handling-policy.ts';

/** How reference photos age until a school chooses otherwise: half a year, and a year. */
export const usualReferenceAges = { referenceWarningDays: 182, referenceReviewDays: 365 } as const;

/** A stored handling policy. Versions are never rewritten: one from before reference photos aged gets the usual days. */
export function storedHandlingPolicy(json: string): HandlingPolicy {
  return { ...usualReferenceAges, ...(JSON.parse(json) as HandlingPolicy) };
}
