import { addDays } from '../../lib/school-day.ts';
import type { Pupil } from '../words/people.ts';
import type { Consent, Restriction } from './consent.ts';
import { answeredAs } from './answered-as.ts';
import { isOwnAnswer } from './is-own-answer.ts';
import { ofAgeOn } from './of-age-on.ts';
import { withoutForestalled } from './without-forestalled.ts';

/** An answer as it was recorded. */
export interface RecordedAnswer {
  readonly pupilId: string;
  /** Null: every channel. */
  readonly channelId: string | null;
  readonly answer: 'permitted' | 'refused' | 'withdrawn';
  readonly basis: 'consent' | 'public-task' | 'legitimate-interests';
  readonly validFrom: string;
  readonly validUntil: string;
  readonly guardianId: string | null;
  readonly givenBy: string;
  /** The moment, as UTC ISO text. */
  readonly recordedAt: string;
}

/** A pupil's own objection as it was recorded. */
export interface RecordedObjection {
  readonly pupilId: string;
  readonly channelId: string | null;
  readonly objectedOn: string;
  /** A moment; null while it stands. Its UTC day counts: in Britain that is never after the school's own. */
  readonly liftedAt: string | null;
}

/** A restriction as it was recorded; `endsOn` is its last day. */
export interface RecordedRestriction {
  readonly pupilId: string;
  readonly startsOn: string;
  readonly endsOn: string | null;
  readonly liftedAt: string | null;
}

/** Later than every day: a refusal holds until another answer follows. */
export const noEnd = '9999-12-31';

const channelsOf = (channelId: string | null): Consent['channels'] => (channelId === null ? 'all' : [channelId]);

/** What of a pupil decides how long, and as whose, an answer counts. */
export interface PupilAsked extends Pick<Pupil, 'name' | 'dateOfBirth'> {
  readonly leftOn: string | null;
}

/** The last day of childhood. */
function childhoodEnds({ dateOfBirth }: PupilAsked): string {
  return dateOfBirth === undefined ? noEnd : addDays(ofAgeOn(dateOfBirth), -1);
}

function consentOf(answer: RecordedAnswer, pupil: PupilAsked | undefined, day: string): Consent {
  const isOwn = pupil !== undefined && isOwnAnswer(answer, pupil.name);
  // Nobody consents for an adult. Other bases do not rest on anybody's say, and a "no" is kept until the pupil speaks.
  const endsWithChildhood =
    pupil !== undefined && !isOwn && answer.answer === 'permitted' && answer.basis === 'consent';
  const ends = [answer.validUntil, pupil?.leftOn ?? noEnd, endsWithChildhood ? childhoodEnds(pupil) : noEnd].sort();
  return {
    pupil: answer.pupilId,
    channels: channelsOf(answer.channelId),
    status: answer.answer,
    by: answeredAs(answer, pupil, day),
    from: answer.validFrom,
    until: ends[0]!,
  };
}

/**
 * Recorded answers and objections as the register reads them, on an ISO day. `answers` in the order they were recorded:
 * of two by one person for the same channel and first day, the later replaces the earlier, and a "yes" does not begin when
 * the same person said "no" before it had. Permission ends at the latest on the pupil's last day at the school, and what
 * somebody else consented to on the day before the pupil is 18.
 */
export function consentsFromRecord(
  answers: readonly RecordedAnswer[],
  objections: readonly RecordedObjection[],
  pupils: ReadonlyMap<string, PupilAsked>,
  day: string,
): Consent[] {
  const pupilOf = ({ pupilId }: RecordedAnswer): PupilAsked | undefined => pupils.get(pupilId);
  const latest = new Map<string, Consent>();
  for (const answer of withoutForestalled(answers, (one) => answeredAs(one, pupilOf(one), day))) {
    const consent = consentOf(answer, pupilOf(answer), day);
    const key = JSON.stringify([answer.pupilId, answer.channelId, consent.by, answer.validFrom]);
    const before = latest.get(key);
    const no = before?.status === 'permitted' ? latest.get(`${key} lifted`) : before;
    // A "yes" may take the place of a "no" for a while alone, so the "no" is not forgotten.
    if (consent.status === 'permitted' && no !== undefined)
      latest.set(`${key} lifted`, { ...no, liftedUntil: consent.until });
    latest.set(key, consent);
  }
  const own = objections
    .filter(({ liftedAt }) => liftedAt === null || liftedAt.slice(0, 10) > day)
    .map(({ pupilId, channelId, objectedOn }): Consent => ({
      pupil: pupilId,
      channels: channelsOf(channelId),
      status: 'refused',
      by: 'pupil',
      from: objectedOn,
      until: noEnd,
    }));
  return [...latest.values(), ...own];
}

/** A recorded restriction as the register reads it. */
export function restrictionFromRecord({ pupilId, startsOn, endsOn, liftedAt }: RecordedRestriction): Restriction {
  const ends = [endsOn === null ? noEnd : addDays(endsOn, 1), liftedAt?.slice(0, 10) ?? noEnd].sort();
  return { pupil: pupilId, from: startsOn, ...(ends[0] === noEnd ? {} : { liftedOn: ends[0]! }) };
}
