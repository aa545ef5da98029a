import { describe, expect, it } from 'vitest';
import { ageOfReference } from '../../../src/policy/register/age-of-reference.ts';
import { ageOn } from '../../../src/policy/register/age-on.ts';
import {
  consentsFromRecord,
  noEnd,
  restrictionFromRecord,
  type RecordedAnswer,
} from '../../../src/policy/register/consents-from-record.ts';
import { problemOfDays } from '../../../src/policy/register/problem-of-days.ts';
import { pupilOf } from '../evidence-of.ts';

describe('ageOn', () => {
  it.each([
    ['2026-06-14', '2015-06-15', 10],
    ['2026-06-15', '2015-06-15', 11],
    ['2026-12-31', '2015-01-01', 11],
    ['2026-01-01', '2015-12-31', 10],
    // Born on 29 February: a year older on 1 March, in leap years on the day itself.
    ['2026-02-28', '2016-02-29', 9],
    ['2026-03-01', '2016-02-29', 10],
    ['2028-02-28', '2016-02-29', 11],
    ['2028-02-29', '2016-02-29', 12],
    ['2015-06-15', '2015-06-15', 0],
    ['2015-06-14', '2015-06-15', 0],
  ])('on %s of somebody born on %s is %d', (day, born, years) => {
    expect(ageOn(day, born)).toBe(years);
  });
});

describe('ageOfReference', () => {
  const limits = { referenceWarningDays: 300, referenceReviewDays: 365 };
  it.each([
    [['2025-06-16'], '2025-06-16', 'current'],
    [['2025-08-20'], '2026-06-15', 'current'],
    [['2025-08-19'], '2026-06-15', 'ageing'],
    [['2025-06-16'], '2026-06-15', 'ageing'],
    [['2025-06-15'], '2026-06-15', 'aged'],
    [['2020-01-01', '2026-06-01', '2021-01-01'], '2026-06-15', 'current'],
  ] as const)('of photos added on %j is on %s %s', (addedOn, today, age) => {
    expect(ageOfReference(addedOn, today, limits)).toBe(age);
  });
});

describe('problemOfDays', () => {
  it.each([
    ['permitted', '2026-06-15', '2026-06-15', undefined],
    ['permitted', '2026-06-15', '2026-06-14', 'must not lie before validFrom'],
    ['permitted', '2026-06-15', null, 'is missing: permission always ends'],
    ['permitted', '2026-01-01', '2029-01-03', undefined],
    ['permitted', '2026-01-01', '2029-01-04', 'must lie within three years of validFrom'],
    ['refused', '2026-06-15', null, undefined],
    ['withdrawn', '2026-06-15', null, undefined],
    ['refused', '2026-06-15', '2026-06-20', 'must be null: a refusal holds until another answer follows'],
    ['withdrawn', '2026-06-15', '2026-06-20', 'must be null: a refusal holds until another answer follows'],
  ] as const)('of %s from %s until %s: %s', (answer, validFrom, validUntil, problem) => {
    expect(problemOfDays({ answer, validFrom, validUntil })).toBe(problem);
  });
});

describe('consentsFromRecord', () => {
  const { name } = pupilOf('sam', 'Sam', 'Jones');
  const answer: RecordedAnswer = {
    pupilId: 'sam',
    channelId: 'website',
    answer: 'permitted',
    basis: 'consent',
    guardianId: null,
    givenBy: 'Ann',
    validFrom: '2026-01-01',
    validUntil: '2026-12-31',
    recordedAt: '2026-06-15T09:00:00.000Z',
  };
  const untilOf = (leftOn: string | null, dateOfBirth?: string): string[] =>
    consentsFromRecord(
      [answer],
      [],
      new Map([['sam', { name, leftOn, ...(dateOfBirth === undefined ? {} : { dateOfBirth }) }]]),
      '2026-06-15',
    ).map(({ until }) => until);

  it('end with whatever ends first: the permission, the time at the school, childhood', () => {
    expect([untilOf(null), untilOf('2026-07-21'), untilOf('2027-07-21')]).toEqual([
      ['2026-12-31'],
      ['2026-07-21'],
      ['2026-12-31'],
    ]);
    expect([untilOf(null, '2008-09-01'), untilOf('2026-07-21', '2008-09-01'), untilOf(null, '2009-09-01')]).toEqual([
      ['2026-08-31'],
      ['2026-07-21'],
      ['2026-12-31'],
    ]);
  });

  it('keep a "no" without end, also beyond childhood', () => {
    const no: RecordedAnswer = { ...answer, answer: 'refused', validUntil: noEnd };
    const pupils = new Map([['sam', { name, leftOn: null, dateOfBirth: '2008-01-01' }]]);
    expect(consentsFromRecord([no], [], pupils, '2026-06-15')).toMatchObject([{ status: 'refused', until: noEnd }]);
  });

  it('take nobody for an adult whose birthday is not known, not even by their own answer', () => {
    const own: RecordedAnswer = { ...answer, givenBy: 'Sam Jones' };
    const by = (dateOfBirth?: string): string[] =>
      consentsFromRecord(
        [own],
        [],
        new Map([['sam', { name, leftOn: null, ...(dateOfBirth === undefined ? {} : { dateOfBirth }) }]]),
        '2026-06-15',
      ).map((consent) => consent.by);
    expect([by(), by('2008-06-16'), by('2008-06-15')]).toEqual([
      ['guardian sam jones'],
      ['guardian sam jones'],
      ['adult pupil'],
    ]);
  });

  it('hold the later recorded of two answers by one person for one channel and day, and both of two channels or people', () => {
    const twice = [answer, { ...answer, answer: 'refused', givenBy: ' ANN ' } as const];
    const pupils = new Map([['sam', { name, leftOn: null }]]);
    expect(consentsFromRecord(twice, [], pupils, '2026-06-15').map(({ status }) => status)).toEqual(['refused']);
    const apart = [
      answer,
      { ...answer, channelId: null },
      { ...answer, guardianId: 'g1' },
      { ...answer, validFrom: '2026-02-01' },
      { ...answer, pupilId: 'jo' },
    ];
    expect(
      consentsFromRecord(apart, [], pupils, '2026-06-15').map(({ pupil, channels, by, from }) => [
        pupil,
        channels,
        by,
        from,
      ]),
    ).toEqual([
      ['sam', ['website'], 'guardian ann', '2026-01-01'],
      ['sam', 'all', 'guardian ann', '2026-01-01'],
      ['sam', ['website'], 'guardian g1', '2026-01-01'],
      ['sam', ['website'], 'guardian ann', '2026-02-01'],
      ['jo', ['website'], 'guardian ann', '2026-01-01'],
    ]);
  });

  it('hold an objection on every day before the one on which it was lifted', () => {
    const objection = { pupilId: 'sam', channelId: null, objectedOn: '2026-03-01' };
    const on = (day: string, liftedAt: string | null): unknown[] =>
      consentsFromRecord([], [{ ...objection, liftedAt }], new Map(), day);
    const held = [{ pupil: 'sam', channels: 'all', status: 'refused', by: 'pupil', from: '2026-03-01', until: noEnd }];
    expect(on('2026-06-15', null)).toEqual(held);
    expect(on('2026-06-14', '2026-06-15T08:00:00.000Z')).toEqual(held);
    expect(on('2026-06-15', '2026-06-15T08:00:00.000Z')).toEqual([]);
  });
});

describe('restrictionFromRecord', () => {
  const recorded = { pupilId: 'sam', startsOn: '2026-03-01', endsOn: null, liftedAt: null };
  it.each([
    [{}, undefined],
    [{ endsOn: '2026-06-30' }, '2026-07-01'],
    [{ endsOn: '2027-12-31' }, '2028-01-01'],
    [{ liftedAt: '2026-05-01T08:00:00.000Z' }, '2026-05-01'],
    [{ endsOn: '2026-06-30', liftedAt: '2026-05-01T08:00:00.000Z' }, '2026-05-01'],
    [{ endsOn: '2026-04-30', liftedAt: '2026-05-01T08:00:00.000Z' }, '2026-05-01'],
    [{ endsOn: '2026-04-29', liftedAt: '2026-05-01T08:00:00.000Z' }, '2026-04-30'],
  ])('of one with %j is lifted on %s', (more, liftedOn) => {
    expect(restrictionFromRecord({ ...recorded, ...more })).toEqual({
      pupil: 'sam',
      from: '2026-03-01',
      ...(liftedOn === undefined ? {} : { liftedOn }),
    });
  });
});
