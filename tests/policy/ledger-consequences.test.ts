import { expect, it } from 'vitest';
import { ledgerConsequences, type LedgerEntry } from '../../src/policy/ledger-consequences.ts';
import type { Pupil, RegisterReason } from '../../src/policy/words/people.ts';

const ada: Pupil = { id: 'ada', name: { first: 'Ada', last: 'Oakes', others: [] }, siblings: [] };
const nothing = { takedown: null, looks: [] };

const on = (reason: RegisterReason, channels: readonly string[] = ['website']) => [
  { pupil: ada, reason, channels, biometric: 'not-asked' as const },
];

function entryOf(changes: Partial<LedgerEntry>): LedgerEntry {
  return {
    ...{ id: '01M5', channelId: 'website', releasedOn: '2026-03-02', today: '2029-05-01' },
    reliedOn: [{ pupilId: 'ada', hadPermission: true }],
    register: on('withdrawn'),
    ...{ records: new Map(), left: new Set(), leftSince: new Set(), cleared: new Set() },
    ...changes,
  };
}

const overridden = { reliedOn: [{ pupilId: 'ada', hadPermission: false }], register: on('refused') };
const recorded = (id: string, from: string, channelId: string | null = null) =>
  new Map([['ada', [{ id, pupilId: 'ada', channelId, from }]]]);

it('has a picture that is kept no more come down when a permission it relied on has ended', () => {
  expect(ledgerConsequences(entryOf({}))).toEqual({ takedown: { pupilId: 'ada', cause: 'withdrawn' }, looks: [] });
  expect(ledgerConsequences(entryOf({ register: [] }))).toEqual(nothing);
  expect(ledgerConsequences(entryOf({ register: on('expired') })).takedown?.cause).toBe('expired');
  expect(ledgerConsequences(entryOf({ register: on('expired'), left: new Set(['ada']) })).takedown?.cause).toBe('left');
});

it('holds a restriction on every channel, and anything else on its own', () => {
  expect(ledgerConsequences(entryOf({ register: on('withdrawn', ['newsletter']) }))).toEqual(nothing);
  expect(ledgerConsequences(entryOf({ register: on('restricted', []) })).takedown?.cause).toBe('restricted');
});

it('leaves alone whoever a person looked for there and did not find', () => {
  expect(ledgerConsequences(entryOf({ cleared: new Set(['ada']) }))).toEqual(nothing);
});

it('keeps what two people agreed to until something counts that did not then', () => {
  expect(ledgerConsequences(entryOf({ ...overridden, records: recorded('01M4', '2026-01-01') }))).toEqual(nothing);
  const isDown = (changes: Partial<LedgerEntry>): boolean =>
    ledgerConsequences(entryOf({ ...overridden, ...changes })).takedown !== null;
  expect(isDown({ records: recorded('01M6', '2026-01-01') }), 'recorded since').toBe(true);
  expect(isDown({ records: recorded('01M6', '2026-01-01', 'newsletter') }), 'about another channel').toBe(false);
  expect(isDown({ records: recorded('01M4', '2027-01-01') }), 'recorded before, for a later day').toBe(true);
  expect(isDown({ records: recorded('01M6', '2030-01-01') }), 'for a day that has not come').toBe(false);
  expect(isDown({ leftSince: new Set(['ada']), left: new Set(['ada']) }), 'has left since').toBe(true);
});
