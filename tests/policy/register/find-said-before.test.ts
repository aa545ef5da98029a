import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { consentStatus } from '../../../src/policy/register/consent-status.ts';
import { consentsFromRecord, noEnd } from '../../../src/policy/register/consents-from-record.ts';
import { findSaidBefore, type KnownAnswer } from '../../../src/policy/register/find-said-before.ts';
import type { ListedAnswer } from '../../../src/policy/register/read-consent-list.ts';

const days = ['2026-03-01', '2026-03-02', '2026-03-03', '2026-03-04'];
const channels = ['website', 'facebook', 'press'];

function said(answer: ListedAnswer['answer'], channelId: string | null, validFrom: string): ListedAnswer {
  return { channelId, answer, validFrom, validUntil: answer === 'permitted' ? '2027-02-28' : null, givenBy: 'Jo' };
}

/** What was on record was recorded before the first day, what is asked about on its own first day, what follows after all. */
function momentOf(id: string, validFrom: string): string {
  if (Number(id) >= 20) return `2026-03-05T09:00:${id.slice(-2)}Z`;
  return id === '0009' ? `${validFrom}T09:00:00Z` : `2026-02-27T09:00:${id.slice(-2)}Z`;
}

function known(answer: ListedAnswer, at: number, guardianId: string | null = null): KnownAnswer {
  const validUntil = answer.validUntil ?? noEnd;
  const id = String(at).padStart(4, '0');
  return { ...answer, id, pupilId: 'ada', validUntil, guardianId, recordedAt: momentOf(id, answer.validFrom) };
}

const answer = fc
  .tuple(
    fc.constantFrom('permitted' as const, 'refused' as const, 'withdrawn' as const),
    fc.constantFrom(null, 'website', 'facebook'),
    fc.constantFrom(...days),
  )
  .map((parts) => said(...parts));

const onConsent = (known: KnownAnswer) => ({ ...known, basis: 'consent' as const });

function statuses(answers: readonly KnownAnswer[]): string[] {
  return [...days, '2026-03-05', '2027-03-01'].flatMap((day) => {
    const consents = consentsFromRecord(answers.map(onConsent), [], new Map(), day);
    return channels.map((channel) => consentStatus(consents, channel, day));
  });
}

describe('what was said before', () => {
  it('changes nothing on any day for any channel where it is a "no", and what changes nothing is said before', () => {
    fc.assert(
      fc.property(fc.array(answer, { maxLength: 5 }), answer, (all, next) => {
        const own = all.map((one, at) => known(one, at));
        const isSame = statuses([...own, known(next, 9)]).join() === statuses(own).join();
        const { repeats } = findSaidBefore(next, own);
        if (next.answer !== 'permitted' && repeats !== null) expect(isSame).toBe(true);
        // What a permission says again is on record; a "no" may have ended it since.
        if (next.answer === 'permitted' && repeats !== null) expect(repeats.answer).toBe('permitted');
      }),
      { numRuns: 3_000 },
    );
  });

  it('frees nobody when it counts in the place of what it repeats', () => {
    fc.assert(
      fc.property(fc.array(answer, { minLength: 1, maxLength: 5 }), answer, fc.array(answer, { maxLength: 2 }), (all, next, later) => {
        const own = all.map((one, at) => known(one, at));
        const { repeats } = findSaidBefore(next, own);
        if (repeats === null) return;
        const since = later.map((one, at) => known(one, 20 + at));
        const validFrom = next.answer === 'permitted' ? repeats.validFrom : next.validFrom;
        const rest = [...own.filter((one) => one !== repeats), ...since];
        const { recordedAt } = next.answer === 'permitted' ? repeats : known(next, 9);
        const instead = [...rest, { ...known({ ...next, validFrom }, 9), recordedAt }].sort((a, b) => (a.id < b.id ? -1 : 1));
        const [before, without, now] = [statuses([...own, ...since]), statuses(rest), statuses(instead)];
        now.forEach((status, at) => {
          if (status === 'permitted') expect([before[at], without[at]]).toContain('permitted');
        });
      }),
      { numRuns: 3_000 },
    );
  }); // prettier-ignore

  it('counts what the one guardian of that name said, but not where two have it', () => {
    const no = said('refused', null, '2026-03-01');
    const own = [known(no, 1, 'mother')];
    expect(findSaidBefore({ ...no, givenBy: ' JO ' }, own).repeats).toBe(own[0]);
    expect(findSaidBefore(no, [...own, known(no, 2, 'aunt')]).repeats).toBeNull();
    expect(findSaidBefore(no, [...own, known(said('permitted', null, '2026-03-01'), 2)]).repeats).toBeNull();
    expect(findSaidBefore({ ...no, givenBy: 'Sam' }, own).repeats).toBeNull();
  });

  it('names the "no" of the same person that a permission would end', () => {
    const own = [known(said('withdrawn', null, '2026-03-01'), 1)];
    expect(findSaidBefore(said('permitted', 'website', '2026-03-02'), own)).toEqual({
      repeats: null,
      ends: 'withdrawn',
    });
    expect(findSaidBefore(said('permitted', 'website', '2026-03-02'), [])).toEqual({ repeats: null, ends: null });
  });
});
