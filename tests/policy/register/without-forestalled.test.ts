import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { consentStatus } from '../../../src/policy/register/consent-status.ts';
import { consentsFromRecord, noEnd, type RecordedAnswer } from '../../../src/policy/register/consents-from-record.ts';

const days = ['2026-08-01', '2026-08-10', '2026-08-20', '2026-09-01', '2026-10-01', '2026-11-01'];
const channels = ['website', 'facebook'];

function said(
  answer: RecordedAnswer['answer'],
  channelId: string | null,
  {
    from,
    on,
    by = 'Jo',
    until = '2027-08-31',
  }: Readonly<Record<'from' | 'on', string> & Partial<Record<'by' | 'until', string>>>,
): RecordedAnswer {
  const validUntil = answer === 'permitted' ? until : noEnd;
  const recordedAt = `${on}T09:00:00.000Z`;
  return { pupilId: 'ada', channelId, answer, basis: 'consent', guardianId: null, givenBy: by, validFrom: from, validUntil, recordedAt }; // prettier-ignore
}

function statusOf(answers: readonly RecordedAnswer[], day: string, channel = 'website'): string {
  return consentStatus(consentsFromRecord(answers, [], new Map(), day), channel, day);
}

const form = said('permitted', null, { from: '2026-09-01', on: '2026-07-10' });
const call = said('withdrawn', null, { from: '2026-08-10', on: '2026-08-10' });

describe('a "yes" from a later day on', () => {
  it('begins on that day', () => {
    expect([statusOf([form], '2026-08-31'), statusOf([form], '2026-09-01')]).toEqual(['no-record', 'permitted']);
  });

  it('does not begin when the same person says "no" before', () => {
    expect(statusOf([form, call], '2026-09-01')).toBe('withdrawn');
    const late = said('refused', null, { from: '2025-09-01', on: '2026-08-10' });
    expect(statusOf([form, late], '2026-09-01')).toBe('refused');
  });

  it('does not begin for the one channel that the "no" is about', () => {
    const one = said('withdrawn', 'website', { from: '2026-08-10', on: '2026-08-10' });
    const [day, answers] = ['2026-09-01', [form, one]] as const;
    expect([statusOf(answers, day), statusOf(answers, day, 'facebook')]).toEqual(['withdrawn', 'permitted']);
    const again = said('permitted', 'website', { from: '2026-08-20', on: '2026-08-20' });
    expect(statusOf([...answers, again], day)).toBe('permitted');
  });

  it('does not undo the "no" about one channel that was lifted for some days alone', () => {
    const one = said('withdrawn', 'website', { from: '2026-08-10', on: '2026-08-10' });
    const week = (from: string, until: string) => said('permitted', 'website', { from, on: '2026-08-20', until });
    const on = (lifted: readonly RecordedAnswer[], day: string) => statusOf([form, one, ...lifted], day);
    expect(on([week('2026-08-20', '2026-08-31')], '2026-09-01')).toBe('withdrawn');
    const twoWeeks = [week('2026-08-20', '2026-09-04'), week('2026-09-05', '2026-09-11')];
    const shown = ['2026-09-01', '2026-09-11', '2026-09-12'].map((day) => on(twoWeeks, day));
    expect(shown).toEqual(['permitted', 'permitted', 'withdrawn']);
    const ofThatDay = said('permitted', null, { from: '2026-08-10', on: '2026-08-10' });
    expect(on([ofThatDay], '2026-09-01')).toBe('withdrawn');
  });

  it('holds until a "no" that is itself for later begins', () => {
    const later = said('withdrawn', null, { from: '2026-10-01', on: '2026-08-10' });
    expect([statusOf([form, later], '2026-09-30'), statusOf([form, later], '2026-10-01')]).toEqual(['permitted', 'withdrawn']); // prettier-ignore
  });

  it('that had begun, or was recorded after the "no", is judged by its days as before', () => {
    const old = said('refused', null, { from: '2025-09-01', on: '2026-09-15' });
    expect(statusOf([form, old], '2026-09-15')).toBe('permitted');
    expect(statusOf([call, said('permitted', null, { from: '2026-09-01', on: '2026-08-20' })], '2026-09-01')).toBe('permitted'); // prettier-ignore
    expect(statusOf([call, said('permitted', null, { from: '2026-09-01', on: '2026-08-10' })], '2026-09-01')).toBe('permitted'); // prettier-ignore
  });

  it('frees nobody, whatever was recorded before a "no" of today', () => {
    const answer = fc.tuple(
      fc.constantFrom('permitted' as const, 'refused' as const, 'withdrawn' as const),
      fc.constantFrom(null, ...channels),
      fc.constantFrom(...days),
    );
    fc.assert(
      fc.property(fc.array(answer, { maxLength: 6 }), fc.constantFrom(null, ...channels), (all, channelId) => {
        const before = all.map(([kind, channel, from]) => said(kind, channel, { from, on: '2026-07-10' }));
        const no = said('withdrawn', channelId, { from: '2026-08-10', on: '2026-08-10' });
        for (const day of days.slice(1)) {
          for (const channel of channels) {
            const isAbout = channelId === null || channelId === channel;
            if (isAbout) expect(statusOf([...before, no], day, channel)).not.toBe('permitted');
            else expect(statusOf([...before, no], day, channel)).toBe(statusOf(before, day, channel));
          }
        }
      }),
      { numRuns: 2_000 },
    );
  });
});
