import { describe, expect, it } from 'vitest';
import { biometricPermission, permissionGaps } from '../../../src/policy/register/biometric-permission.ts';
import { consentStatus } from '../../../src/policy/register/consent-status.ts';
import {
  consentsFromRecord,
  noEnd,
  type RecordedAnswer,
  type RecordedObjection,
} from '../../../src/policy/register/consents-from-record.ts';
import type { Consent } from '../../../src/policy/register/consent.ts';
import { isOwnAnswer } from '../../../src/policy/register/is-own-answer.ts';
import { bornOfAge, isOfAge, ofAgeOn } from '../../../src/policy/register/of-age-on.ts';
import { unaskedAdults } from '../../../src/policy/register/unasked-adults.ts';
import { pupilOf } from '../evidence-of.ts';

const born = '2008-06-15';
const [eve, birthday, later] = ['2026-06-14', '2026-06-15', '2026-09-01'];
const owen = pupilOf('owen', 'Owen', 'Pryce', { preferred: 'Owie', dateOfBirth: born });

const answer = (more: Partial<RecordedAnswer> = {}): RecordedAnswer => ({
  ...{ pupilId: 'owen', channelId: null, answer: 'permitted', basis: 'consent', guardianId: 'mother', givenBy: 'Jo' },
  ...{ validFrom: '2025-09-01', validUntil: '2027-08-31', recordedAt: '2028-01-01T09:00:00.000Z' },
  ...more,
});
const own = (more: Partial<RecordedAnswer> = {}): RecordedAnswer =>
  answer({ guardianId: null, givenBy: 'Owen Pryce', ...more });
const no = { answer: 'refused', validUntil: noEnd } as const;
const objection: RecordedObjection = { pupilId: 'owen', channelId: null, objectedOn: '2026-01-01', liftedAt: null };

function statusesOf(answers: readonly RecordedAnswer[], objections: readonly RecordedObjection[] = []): string[] {
  const { name } = owen;
  const pupils = new Map([['owen', { name, leftOn: null, dateOfBirth: born }]]);
  return [eve, birthday, later].map((day) =>
    consentStatus(consentsFromRecord(answers, objections, pupils, day), 'website', day),
  );
}

describe('the 18th birthday', () => {
  it.each([
    ['2008-06-15', '2026-06-15'],
    ['2008-02-29', '2026-03-01'],
    ['2008-12-31', '2026-12-31'],
  ])('of somebody born on %s is %s', (dateOfBirth, day) => {
    expect(ofAgeOn(dateOfBirth)).toBe(day);
    const before = new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
    expect([isOfAge(dateOfBirth, before), isOfAge(dateOfBirth, day)]).toEqual([false, true]);
    expect([dateOfBirth <= bornOfAge(before), dateOfBirth <= bornOfAge(day)]).toEqual([false, true]);
  });

  it('is not known of everybody', () => {
    expect([isOfAge(null, later), isOfAge(undefined, later)]).toEqual([false, false]);
  });
});

describe('answers on the eve of the 18th birthday, on it, and later', () => {
  it.each<[string, RecordedAnswer[], string[]]>([
    ['a guardian’s consent ends', [answer()], ['permitted', 'expired', 'expired']],
    ['so does one that nobody on record gave', [answer({ guardianId: null })], ['permitted', 'expired', 'expired']],
    ['one that ended before does so', [answer({ validUntil: '2026-01-31' })], ['expired', 'expired', 'expired']],
    ['one that is given later never begins', [answer({ validFrom: later })], ['no-record', 'no-record', 'expired']],
    ['what rests on no consent goes on', [answer({ basis: 'public-task' })], ['permitted', 'permitted', 'permitted']],
    ['a guardian’s "no" stays', [answer(no)], ['refused', 'refused', 'refused']],
    ['the pupil’s own consent goes on', [own()], ['permitted', 'permitted', 'permitted']],
    ['by the name used every day, too', [own({ givenBy: ' owie PRYCE ' })], ['permitted', 'permitted', 'permitted']],
    ['it ends when it ends', [own({ validUntil: birthday })], ['permitted', 'permitted', 'expired']],
    ['it outweighs a guardian’s "no" from then on', [answer(no), own()], ['refused', 'permitted', 'permitted']],
    [
      'once it has ended, the "no" counts',
      [answer(no), own({ validUntil: birthday })],
      ['refused', 'permitted', 'refused'],
    ],
    [
      'the pupil’s "no" outweighs a guardian',
      [answer({ basis: 'public-task' }), own(no)],
      ['refused', 'refused', 'refused'],
    ],
    ['a later own answer counts', [own(), own({ ...no, validFrom: later })], ['permitted', 'permitted', 'refused']],
    [
      'also spelt otherwise',
      [own(), own({ ...no, givenBy: 'Pryce, Owen', validFrom: later })],
      ['permitted', 'permitted', 'refused'],
    ],
  ])('%s', (_, answers, expected) => {
    expect(statusesOf(answers)).toEqual(expected);
  });

  it('count as ever where nobody knows when the pupil was born', () => {
    const { name } = owen;
    const pupils = new Map([['owen', { name, leftOn: null }]]);
    const consents = consentsFromRecord([answer()], [], pupils, later);
    expect(consentStatus(consents, 'website', later)).toBe('permitted');
  });

  it('never outweigh the pupil’s objection, which is lifted instead', () => {
    expect(statusesOf([own()], [objection])).toEqual(Array(3).fill('pupil-objected'));
    expect(statusesOf([own()], [{ ...objection, liftedAt: '2026-06-01T08:00:00.000Z' }])).toEqual(
      Array(3).fill('permitted'),
    );
  });
});

it('an adult’s own "no" counts however its accents and apostrophes were typed', () => {
  const sian = { name: pupilOf('owen', 'Siân', 'O’Brien-Rees').name, leftOn: null, dateOfBirth: born };
  const yes = own({ givenBy: 'Siân O’Brien-Rees' });
  for (const givenBy of ["Siân O'Brien-Rees", 'Sian O’Brien Rees', 'O`Brien-Rees,  Sia\u0302n', 'SIAN OBRIEN-REES']) {
    const answers = [yes, own({ ...no, givenBy, validFrom: later })];
    const consents = consentsFromRecord(answers, [], new Map([['owen', sian]]), later);
    expect([givenBy, consentStatus(consents, 'website', later)]).toEqual([givenBy, 'refused']);
  }
});

it.each([
  ['Owen Pryce', null, true],
  ['Pryce, Owen', null, true],
  ['Pryce Owen', null, true],
  ['Owen Pryce', 'father', false],
  ['Owen Pryce, father', null, false],
  ['Owen', null, false],
])('an answer by %s (guardian %s) is the pupil’s own: %s', (givenBy, guardianId, isOwn) => {
  expect(isOwnAnswer({ givenBy, guardianId }, owen.name)).toBe(isOwn);
});

describe('a biometric permission', () => {
  const event = (name: 'parent-notified' | 'parent-consented' | 'pupil-objected') =>
    ({ event: name, guardianId: name === 'pupil-objected' ? null : 'mother', inWriting: true }) as const;
  const granted = [event('parent-notified'), event('parent-consented')];

  it('by parents is none for an adult, and says why', () => {
    expect([biometricPermission(granted, ['mother'], false), permissionGaps(granted, ['mother'], false)]).toEqual([
      'granted',
      [],
    ]);
    expect([biometricPermission(granted, ['mother'], true), permissionGaps(granted, ['mother'], true)]).toEqual([
      'not-asked',
      ['of-age'],
    ]);
  });

  it('that the pupil objected to stays so', () => {
    expect(biometricPermission([...granted, event('pupil-objected')], ['mother'], true)).toBe('pupil-objected');
  });
});

describe('who must be asked themselves', () => {
  const askedOn = (
    today: string,
    answers: readonly RecordedAnswer[],
    objections: readonly RecordedObjection[] = [],
  ) => {
    const then = new Date(Date.parse(today) + 30 * 86_400_000).toISOString().slice(0, 10);
    const pupils = new Map([['owen', { name: owen.name, dateOfBirth: born, leftOn: null }]]);
    const consents = consentsFromRecord(answers, objections, pupils, then);
    return unaskedAdults([owen], consents, ['website', 'press'], { today, then }).map(({ adultOn }) => adultOn);
  };

  it.each<[string, string, RecordedAnswer[], boolean]>([
    ['not long before', '2026-05-15', [answer()], false],
    ['within the days of warning', '2026-05-16', [answer()], true],
    ['after it', later, [answer()], true],
    ['also where the answer was "no"', later, [answer(no)], true],
    ['not where nobody answered', later, [], false],
    ['not when the pupil has answered', later, [answer(), own()], false],
    ['nor when they did before the birthday', eve, [answer(), own()], false],
    ['when that ends before it', eve, [answer(), own({ validUntil: eve })], true],
    ['when it has ended since', later, [answer(), own({ validUntil: birthday })], true],
    ['when they answered for one channel only', later, [answer(), own({ channelId: 'press' })], true],
    ['not when they refused', later, [answer(), own(no)], false],
  ])('%s', (_, today, answers, isAsked) => {
    expect(askedOn(today, answers)).toEqual(isAsked ? [birthday] : []);
  });

  it('not when they permitted until the birthday itself, which is long enough', () => {
    expect(askedOn(eve, [answer(), own({ validUntil: birthday })])).toEqual([]);
  });

  it('the first to be 18 first, of those who will be by then', () => {
    const pupil = (id: string, dateOfBirth?: string) =>
      pupilOf(id, 'Ann', 'Jones', dateOfBirth === undefined ? {} : { dateOfBirth });
    const pupils = [pupil('b', '2008-06-20'), pupil('c', '2008-07-16'), pupil('d'), pupil('a', '2008-06-01')];
    const consents = pupils.map(({ id }): Consent => ({
      ...{ pupil: id, channels: 'all', status: 'permitted', by: 'guardian g' },
      ...{ from: '2025-09-01', until: '2027-08-31' },
    }));
    const asked = unaskedAdults(pupils, consents, ['website'], { today: birthday, then: '2026-07-15' });
    expect(asked.map(({ pupil: one, adultOn }) => [one.id, adultOn])).toEqual([
      ['a', '2026-06-01'],
      ['b', '2026-06-20'],
    ]);
  });

  it('not who objected', () => {
    expect(askedOn(later, [answer()], [objection])).toEqual([]);
  });
});
