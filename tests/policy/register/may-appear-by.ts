import type { RecordedAnswer } from '../../../src/policy/register/consents-from-record.ts';

/** What a plain reading of an answer needs. */
export type PlainAnswer = Pick<
  RecordedAnswer,
  'answer' | 'channelId' | 'givenBy' | 'validFrom' | 'validUntil' | 'recordedAt'
>;

const isYes = ({ answer }: PlainAnswer): boolean => answer === 'permitted';

/**
 * Whether a "no" that has begun is over on a day: the same person has said "yes" after it, or had begun to mean it when the
 * "no" of an older day was recorded, and means it that day.
 */
function isLifted(no: PlainAnswer, all: readonly PlainAnswer[], day: string): boolean {
  return all.some((yes, at) => {
    const isSaidAfter = at > all.indexOf(no);
    const isLater = yes.validFrom > no.validFrom;
    const hadBegun = isLater && yes.validFrom <= no.recordedAt.slice(0, 10);
    const isNewer = isLater || (yes.validFrom === no.validFrom && yes.channelId === no.channelId);
    const isMeant = yes.validFrom <= day && yes.validUntil >= day;
    return isYes(yes) && yes.givenBy === no.givenBy && isMeant && isNewer && (isSaidAfter || hadBegun);
  });
}

/**
 * Whether somebody may appear by a plain and careful reading of all that was said, in the order recorded: somebody permits it
 * that day, and nobody has a "no" that they have not lifted for that day.
 */
export function mayAppearBy(all: readonly PlainAnswer[], channelId: string, day: string): boolean {
  const about = all.filter((one) => (one.channelId === null || one.channelId === channelId) && one.validFrom <= day);
  const isPermitted = about.some((one) => isYes(one) && one.validUntil >= day);
  return isPermitted && about.every((one) => isYes(one) || isLifted(one, about, day));
}
