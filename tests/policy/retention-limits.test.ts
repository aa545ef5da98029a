import { expect, it } from 'vitest';
import { defaultHandlingPolicy } from '../../src/policy/default-handling-policy.ts';
import { setClock } from '../support/service/set-clock.ts';
import { retentionLimits } from '../../src/policy/retention-limits.ts';

it('counts back from now, by the school’s own numbers', () => {
  const handling = {
    ...defaultHandlingPolicy,
    originalGraceDays: 7,
    undecidedDays: 30,
    leaverDays: 365,
    importDays: 1,
  };
  expect(retentionLimits(handling, setClock('2026-03-02T09:00:00.000Z'))).toEqual({
    batchDecidedBefore: '2026-02-23T09:00:00.000Z',
    untouchedSince: '2026-01-31T09:00:00.000Z',
    releasedBefore: '2024-03-02T09:00:00.000Z',
    leftBefore: '2025-03-02',
    leaversUnchangedSince: '2026-01-31T09:00:00.000Z',
    atSchoolSince: '2026-03-02',
    importedBefore: '2026-03-01T09:00:00.000Z',
    adultsBornUntil: '2008-03-02',
    endedBefore: '2026-01-31T09:00:00.000Z',
  });
});

it('keeps leavers for less than the time of grace where the school says so', () => {
  const handling = { ...defaultHandlingPolicy, leaverDays: 7 };
  const { leaversUnchangedSince } = retentionLimits(handling, setClock('2026-03-02T09:00:00.000Z'));
  expect(leaversUnchangedSince).toBe('2026-02-23T09:00:00.000Z');
});
