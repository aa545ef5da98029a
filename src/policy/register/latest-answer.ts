import type { Consent } from './consent.ts';

const strictness: Readonly<Record<Consent['status'], number>> = { permitted: 0, withdrawn: 1, refused: 2 };

/** One person's answer in force, of those they have given: the latest; of two on the same day, the stricter. */
export function latestAnswer<Answer extends Pick<Consent, 'from' | 'status'>>(answers: readonly Answer[]): Answer {
  return answers.reduce((best, next) => {
    if (next.from !== best.from) return next.from > best.from ? next : best;
    return strictness[next.status] > strictness[best.status] ? next : best;
  });
}
