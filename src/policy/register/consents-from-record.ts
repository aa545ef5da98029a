import { addDays } from '../../lib/school-day.ts';
import type { Consent, Restriction } from './consent.ts';
import { whoAnswered } from './who-answered.ts';

/** An answer as it was recorded. */
export interface RecordedAnswer {
  readonly pupilId: string;
  /** Null: every channel. */
  readonly channelId: string | null;
  readonly answer: 'permitted' | 'refused' | 'withdrawn';
  readonly validFrom: string;
  readonly validUntil: string;
  readonly guardianId: string | null;
  readonly givenBy: string;
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

const personOf = (answer: RecordedAnswer): `guardian ${string}` => `guardian ${whoAnswered(answer)}`;

function consentOf(answer: RecordedAnswer, leftOn: string | null): Consent {
  const until = leftOn !== null && leftOn < answer.validUntil ? leftOn : answer.validUntil;
  return {
    pupil: answer.pupilId,
    channels: channelsOf(answer.channelId),
    status: answer.answer,
    by: personOf(answer),
    from: answer.validFrom,
    until,
  };
}

/**
 * Recorded answers and objections as the register reads them, on an ISO day. `answers` in the order they were recorded:
 * of two by one person for the same channel and first day, the later replaces the earlier. Permission ends at the latest
 * on the pupil's last day at the school.
 */
export function consentsFromRecord(
  answers: readonly RecordedAnswer[],
  objections: readonly RecordedObjection[],
  leftOnOf: (pupilId: string) => string | null,
  day: string,
): Consent[] {
  const latest = new Map<string, Consent>();
  for (const answer of answers) {
    const key = JSON.stringify([answer.pupilId, answer.channelId, personOf(answer), answer.validFrom]);
    latest.set(key, consentOf(answer, leftOnOf(answer.pupilId)));
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
