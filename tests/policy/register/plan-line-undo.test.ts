import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planLineUndo, type AppliedLine, type PupilToday } from '../../../src/policy/register/plan-line-undo.ts';

const ada = {
  ...{ schoolNumber: 'A1', firstName: 'Ada', lastName: 'Ferrari', preferredName: null, otherNames: ['Addie'] },
  ...{ className: '5B', yearGroup: '5', dateOfBirth: null, leftOn: null },
};
const context = { dayBefore: '2026-03-01', isTaken: () => false };
const today = (change: Partial<PupilToday> = {}): PupilToday => ({
  ...ada,
  ...{ id: 'p', version: 2, isTied: false, isRecordedSince: false },
  ...change,
});
const lineOf = (before: AppliedLine['before'], after: Partial<typeof ada> | { leftOn: string } = {}): AppliedLine => ({
  ...{ change: 'change', before, after: { ...ada, ...after }, versionAfter: 2 },
});

describe('undoing a line of a pupil list', () => {
  it('puts a detail back unless it has another value now, or the old one already', () => {
    const line = lineOf({ className: '4B', otherNames: [], yearGroup: '4' });
    expect(planLineUndo(line, today(), context)).toEqual({
      outcome: 'back',
      restore: { className: '4B', otherNames: [], yearGroup: '4' },
      kept: [],
    });
    const touched = today({ version: 3, className: '6C', yearGroup: '4' });
    expect(planLineUndo(line, touched, context)).toEqual({
      outcome: 'partly',
      restore: { otherNames: [] },
      kept: ['className'],
    });
    expect(planLineUndo(lineOf({ className: '4B' }), touched, context).outcome).toBe('kept');
    expect(planLineUndo(line, undefined, context).outcome).toBe('gone');
  });

  it('gives a number back only while nobody else has it', () => {
    const line = lineOf({ schoolNumber: 'a1' });
    expect(planLineUndo(line, today(), context).restore).toEqual({ schoolNumber: 'a1' });
    expect(planLineUndo(line, today(), { ...context, isTaken: (one) => one === 'a1' }).kept).toEqual(['schoolNumber']);
  });

  it('takes away whom it added, and leaves as they are of whom something is on record or whom somebody has changed', () => {
    const line: AppliedLine = { ...lineOf({}), change: 'add' };
    expect(planLineUndo(line, today(), context).outcome).toBe('removed');
    const stays = { outcome: 'stays', restore: {}, kept: [] };
    expect(planLineUndo(line, today({ isTied: true }), context)).toEqual(stays);
    expect(planLineUndo(line, today({ version: 3, leftOn: '2026-02-01' }), context)).toEqual(stays);
  });

  it('takes nobody off the roll of whom something was recorded since', () => {
    const hadLeft = lineOf({ leftOn: '2025-07-20', className: '4B' });
    expect(planLineUndo(hadLeft, today({ isRecordedSince: true }), context)).toEqual({
      ...{ outcome: 'partly', restore: { className: '4B' }, kept: ['leftOn'] },
    });
    expect(planLineUndo(hadLeft, today(), context).restore).toEqual({ className: '4B', leftOn: '2025-07-20' });
    const leaves = lineOf({ leftOn: '2026-07-20' });
    expect(planLineUndo(leaves, today({ isRecordedSince: true }), context).restore).toEqual({ leftOn: '2026-07-20' });
  });

  it('never lengthens the stay of a pupil whom somebody has touched since', () => {
    const day = fc.option(fc.constantFrom('2025-12-31', '2026-02-28', '2026-03-01', '2026-07-20'));
    const touched = fc.record({ version: fc.constantFrom(2, 3, 9), leftOn: day });
    fc.assert(
      fc.property(day, day, touched, (before, after, now) => {
        const line = lineOf({ leftOn: before }, { leftOn: after as string });
        const { restore, kept } = planLineUndo(line, today(now), context);
        const left = restore.leftOn === undefined ? now.leftOn : restore.leftOn;
        const isLonger = now.leftOn !== null && (left === null || left > now.leftOn);
        expect(isLonger && now.version !== 2).toBe(false);
        // An untouched pupil is as before.
        if (now.version === 2 && now.leftOn === after) expect([left, kept]).toEqual([before, []]);
      }),
    );
  });
});
