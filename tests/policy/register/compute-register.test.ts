import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canHoldTemplate } from '../../../src/policy/register/can-hold-template.ts';
import { computeRegister, type RegisterSources } from '../../../src/policy/register/compute-register.ts';
import type { Consent } from '../../../src/policy/register/consent.ts';
import { consentStatus } from '../../../src/policy/register/consent-status.ts';
import { parseRoll } from '../../../src/policy/register/parse-roll.ts';
import { pupilOf, website } from '../evidence-of.ts';

const day = '2026-06-15';
const sam = pupilOf('sam', 'Sam', 'Jones', { className: '4B' });
const jo = pupilOf('jo', 'Jo', 'Li', { className: '5A' });
const consent = (more: Partial<Consent> = {}): Consent => ({
  pupil: 'sam',
  channels: ['website'],
  status: 'permitted',
  by: 'guardian a',
  from: '2026-01-01',
  until: '2026-12-31',
  ...more,
});
const sources = (more: Partial<RegisterSources> = {}): RegisterSources => ({
  pupils: [sam],
  consents: [],
  restrictions: [],
  channels: [website],
  biometric: new Map(),
  ...more,
});
const reasonOf = (more: Partial<RegisterSources>, on = day): string =>
  computeRegister(sources(more), on)[0]?.reason ?? 'may appear';

describe('the register', () => {
  it.each<[string, Consent[], string]>([
    ['no record means refused', [], 'no-record'],
    ['permission in force', [consent()], 'may appear'],
    ['permission for all channels', [consent({ channels: 'all' })], 'may appear'],
    ['permission elsewhere', [consent({ channels: ['newsletter'] })], 'no-record'],
    ['permission that has ended', [consent({ until: '2026-06-14' })], 'expired'],
    ['permission on its last day', [consent({ until: day })], 'may appear'],
    ['permission that has not begun', [consent({ from: '2026-06-16' })], 'no-record'],
    ['refusal', [consent({ status: 'refused' })], 'refused'],
    ['refusal does not end', [consent({ status: 'refused', until: '2026-02-01' })], 'refused'],
    ['a later withdrawal', [consent(), consent({ status: 'withdrawn', from: '2026-05-01' })], 'withdrawn'],
    ['a later permission', [consent({ status: 'refused' }), consent({ from: '2026-05-01' })], 'may appear'],
    ['two answers of one day', [consent(), consent({ status: 'refused' })], 'refused'],
    ['one guardian against the other', [consent(), consent({ by: 'guardian b', status: 'refused' })], 'refused'],
    [
      'an earlier refusal by the other',
      [consent({ from: '2026-05-01' }), consent({ by: 'guardian b', status: 'refused' })],
      'refused',
    ],
    [
      'a refusal that was lifted for a while, against the other’s permission',
      [
        consent(),
        consent({ by: 'guardian b', status: 'refused' }),
        consent({ by: 'guardian b', from: '2026-05-01', until: '2026-06-14' }),
      ],
      'expired',
    ],
    [
      'the same, on the last day of that while',
      [
        consent(),
        consent({ by: 'guardian b', status: 'refused' }),
        consent({ by: 'guardian b', from: '2026-05-01', until: day }),
      ],
      'may appear',
    ],
    [
      'a permission of one guardian that has ended without any refusal, beside the other’s',
      [consent(), consent({ by: 'guardian b', until: '2026-06-14' })],
      'may appear',
    ],
    [
      'a refusal that a permission without a near end had lifted before that for a while',
      [
        consent(),
        consent({ by: 'guardian b', status: 'refused' }),
        consent({ by: 'guardian b', from: '2026-02-01' }),
        consent({ by: 'guardian b', from: '2026-05-01', until: '2026-06-14' }),
      ],
      'may appear',
    ],
    [
      'the pupil against both',
      [consent(), consent({ by: 'guardian b' }), consent({ by: 'pupil', status: 'refused' })],
      'pupil-objected',
    ],
    ['the pupil saying yes alone is no permission', [consent({ by: 'pupil' })], 'no-record'],
    ['another pupil’s permission', [consent({ pupil: 'jo' })], 'no-record'],
  ])('%s', (_, consents, reason) => {
    expect(reasonOf({ consents })).toBe(reason);
  });

  it('lets a channel say that no record means permitted, and nothing else', () => {
    const channels = [{ ...website, noRecordMeans: 'permitted' as const }];
    expect(reasonOf({ channels })).toBe('may appear');
    expect(reasonOf({ channels, consents: [consent({ until: '2026-02-01' })] })).toBe('expired');
  });

  it('says of each pupil for which reason they may not appear where, and what they permitted of their face', () => {
    const press = { ...website, id: 'press' };
    const kim = pupilOf('kim', 'Kim', 'Ro');
    const entries = computeRegister(
      sources({
        pupils: [sam, jo, kim],
        channels: [website, press, { ...website, id: 'letter' }],
        consents: [
          consent(),
          consent({ channels: ['press'], status: 'refused' }),
          consent({ pupil: 'jo', channels: 'all' }),
        ],
        restrictions: [{ pupil: 'kim', from: day }],
        biometric: new Map([['kim', 'granted']]),
      }),
      day,
    );
    expect(entries).toEqual([
      { pupil: sam, reason: 'refused', channels: ['press'], biometric: 'not-asked' },
      { pupil: sam, reason: 'no-record', channels: ['letter'], biometric: 'not-asked' },
      { pupil: kim, reason: 'restricted', channels: ['website', 'press', 'letter'], biometric: 'granted' },
    ]);
  });

  it('holds a restricted pupil on every channel until the day it is lifted', () => {
    const channels = [{ ...website, noRecordMeans: 'permitted' as const }];
    const restrictions = [{ pupil: 'sam', from: '2026-06-01', liftedOn: '2026-07-01' }];
    const consents = [consent({ channels: 'all' })];
    expect(reasonOf({ channels, restrictions, consents }, '2026-05-31')).toBe('may appear');
    expect(reasonOf({ channels, restrictions, consents }, '2026-06-01')).toBe('restricted');
    expect(reasonOf({ channels, restrictions, consents }, '2026-06-30')).toBe('restricted');
    expect(reasonOf({ channels, restrictions, consents }, '2026-07-01')).toBe('may appear');
  });

  it('never frees a pupil through one more refusal, withdrawal or objection', () => {
    const anyConsent = fc.record({
      pupil: fc.constant('sam'),
      channels: fc.constantFrom<Consent['channels']>('all', ['website']),
      status: fc.constantFrom('permitted', 'refused', 'withdrawn'),
      by: fc.constantFrom('pupil', 'guardian a', 'guardian b'),
      from: fc.constantFrom('2026-01-01', '2026-03-01', '2026-06-15'),
      until: fc.constantFrom('2026-04-01', '2026-12-31'),
    });
    fc.assert(
      fc.property(fc.array(anyConsent, { maxLength: 6 }), anyConsent, (consents, extra) => {
        const against = { ...extra, status: extra.status === 'permitted' ? 'refused' : extra.status, from: day };
        expect(consentStatus([...consents, against], 'website', day)).not.toBe('permitted');
        if (extra.by === 'pupil') {
          expect(consentStatus([...consents, against], 'website', day)).toBe('pupil-objected');
        }
      }),
    );
  });
});

it('lets a template exist only with the complete biometric record', () => {
  const all = ['not-asked', 'parents-notified', 'granted', 'parent-objected', 'pupil-objected', 'withdrawn'] as const;
  expect(all.filter(canHoldTemplate)).toEqual(['granted']);
});

describe('a roll', () => {
  const pupils = [sam, jo];

  it('names classes and pupils, with comments', () => {
    expect(parseRoll('\uFEFF# trip\r\n4b  # all of them\r\n', pupils)).toEqual([sam]);
    expect(parseRoll('jo\n4B\n', pupils)).toEqual([sam, jo]);
  });

  it('holds whoever has no class as soon as it names one', () => {
    const kim = pupilOf('kim', 'Kim', 'Ro');
    expect(parseRoll('4B\n', [sam, jo, kim])).toEqual([sam, kim]);
    expect(parseRoll('jo\n', [sam, jo, kim])).toEqual([jo]);
  });

  it('holds the pupil and the class where a line is the name of both', () => {
    const [four, kim] = [pupilOf('4', 'Ann', 'Roe', { className: '2' }), pupilOf('kim', 'Kim', 'Ro')];
    const max = pupilOf('max', 'Max', 'Yeo', { className: '4' });
    expect(parseRoll('4\n', [four, sam, kim, max])).toEqual([four, kim, max]);
    expect(parseRoll('2\n', [four, sam, max])).toEqual([four]);
  });

  it.each([
    ['', 'it names no class and no pupil'],
    ['# nobody\n', 'it names no class and no pupil'],
    ['4B\n6Z\n', 'line 2: neither a class nor a pupil id'],
    ['6Z\n\n7Q\n', 'lines 1, 3: neither'],
  ])('refuses %j', (text, detail) => {
    expect(() => parseRoll(text, pupils)).toThrow(
      expect.objectContaining({ code: 'roll-invalid', detail: expect.stringContaining(detail) as string }),
    );
  });
});
