import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../src/lib/school-day.ts';
import { consentStatus } from '../../../src/policy/register/consent-status.ts';
import {
  consentsFromRecord,
  noEnd,
  type PupilAsked,
  type RecordedAnswer,
} from '../../../src/policy/register/consents-from-record.ts';
import { mayAppearBy } from './may-appear-by.ts';

const days = Array.from({ length: 7 }, (_, at) => addDays('2026-08-01', at));
const channels = ['website', 'facebook'];
/** On the fifth day she is 18. */
const adultOn = days[4]!;
const ada: PupilAsked = { name: { first: 'Ada', last: 'Lee', others: [] }, leftOn: null, dateOfBirth: '2008-08-05' };

const said = fc
  .record({
    answer: fc.constantFrom('permitted' as const, 'refused' as const, 'withdrawn' as const),
    channelId: fc.constantFrom(null, ...channels),
    from: fc.nat(6),
    length: fc.constantFrom(0, 1, 2, 20),
    on: fc.nat(5),
    givenBy: fc.constantFrom('Jo', 'Al', 'Ada Lee'),
  })
  .map(({ answer, channelId, from, length, on, givenBy }): RecordedAnswer => {
    const validFrom = days[from]!;
    const validUntil = answer === 'permitted' ? addDays(validFrom, length) : noEnd;
    const recordedAt = `${days[on]}T09:00:00.000Z`;
    return { pupilId: 'ada', channelId, answer, basis: 'consent', validFrom, validUntil, guardianId: null, givenBy, recordedAt }; // prettier-ignore
  });

describe('whoever may appear', () => {
  it('is permitted by somebody entitled, and nobody entitled has a "no" that they have not lifted for that day', () => {
    fc.assert(
      fc.property(
        fc.array(said, { minLength: 2, maxLength: 6 }),
        fc.constantFrom(...days),
        fc.constantFrom(...channels),
        fc.boolean(),
        (unsorted, day, channel, isDayOfBirthKnown) => {
          const inOrder = unsorted.toSorted((one, other) => (one.recordedAt < other.recordedAt ? -1 : 1));
          const all = inOrder.filter(({ recordedAt }) => recordedAt.slice(0, 10) <= day);
          const pupil = isDayOfBirthKnown ? ada : { name: ada.name, leftOn: null };
          const consents = consentsFromRecord(all, [], new Map([['ada', pupil]]), day);
          if (consentStatus(consents, channel, day) !== 'permitted') return;
          const isAdult = isDayOfBirthKnown && day >= adultOn;
          const counting = isAdult ? all.filter(({ givenBy }) => givenBy === 'Ada Lee') : all;
          expect(mayAppearBy(counting, channel, day)).toBe(true);
        },
      ),
      { numRuns: 8_000 },
    );
  });
});
