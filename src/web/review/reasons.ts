import type { Strings } from '../strings/strings.ts';
import type { PhotoDetail } from './review-types.ts';

export type Decision = 'approve' | 'reject';
export type ReasonCode = keyof Strings['review']['reasons'];

const reasons: Readonly<Record<Decision, readonly ReasonCode[]>> = {
  approve: ['all-permitted', 'covered-enough', 'other'],
  reject: ['may-not-appear', 'attire', 'words', 'undignified', 'quality', 'other'],
};

/** What each rule of a finding suggests as the reason of a rejection, the gravest first. */
const suggestions: readonly (readonly [RegExp, ReasonCode])[] = [
  [/^(match|swimwear-restricted|line-up)\//, 'may-not-appear'],
  [/^(attire|swimwear)/, 'attire'],
  [/^(text|names-or-images|caption|file-name)\//, 'words'],
];

/** The likeliest reason for a decision, from the gravest of what was found; null where many photos are decided. */
export function defaultReason(decision: Decision, photo: PhotoDetail | null): ReasonCode {
  if (decision === 'approve') return photo?.output == null ? 'all-permitted' : 'covered-enough';
  const findings = photo?.findings ?? [];
  const gravest = findings.some(({ severity }) => severity === 'block') ? 'block' : 'review';
  const codes = findings.filter(({ severity }) => severity === gravest).map(({ code }) => code);
  const suggested = suggestions.find(([pattern]) => codes.some((code) => pattern.test(code)));
  return suggested?.[1] ?? 'quality';
}

/** The reasons for a decision, the likeliest first. */
export function reasonsFor(decision: Decision, first: ReasonCode): readonly ReasonCode[] {
  return [first, ...reasons[decision].filter((reason) => reason !== first)];
}
