import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { moveOn, type Actor, type PhotoAction, type PhotoFacts, type PhotoState } from '../../src/policy/lifecycle.ts';
import { can, rightNames } from '../../src/policy/rights.ts';
import { photoStates } from '../../src/policy/words/photo-state.ts';
import { roles } from '../../src/policy/words/role.ts';

const anyState = fc.constantFrom(...photoStates);
const anyAction = fc.constantFrom<PhotoAction>(
  'start-screening',
  'finish-screening',
  'abandon-screening',
  'judge-again',
  'require-takedown',
  'call-off-takedown',
  'change-picture',
  'restore-picture',
  'approve',
  'reject',
  'undo-decision',
  'release',
  'complete-takedown',
);
const anyActor: fc.Arbitrary<Actor> = fc.oneof(
  fc.constant('photoward' as const),
  fc.record({ id: fc.constantFrom('u1', 'u2', 'u3'), roles: fc.subarray([...roles]) }),
);
const anyPhoto: fc.Arbitrary<PhotoFacts> = fc.oneof(
  fc.record({
    uploaderId: fc.constantFrom('u1', 'u2'),
    verdict: fc.constantFrom('clear' as const, 'review' as const, null),
    block: fc.constant(null),
    overrideAskedBy: fc.constantFrom(null, 'u1', 'u2', 'u3'),
  }),
  fc.record({
    uploaderId: fc.constantFrom('u1', 'u2'),
    verdict: fc.constant('block' as const),
    block: fc.constantFrom('quarantine' as const, 'restricted' as const, 'ordinary' as const),
    overrideAskedBy: fc.constantFrom(null, 'u1', 'u2', 'u3'),
  }),
);

const photo = (more: Partial<PhotoFacts> = {}): PhotoFacts => ({
  uploaderId: 'up',
  verdict: 'review',
  block: null,
  overrideAskedBy: null,
  ...more,
});
const moderator: Actor = { id: 'mod', roles: ['moderator'] };

describe('the journey of a photo', () => {
  it.each<[string, PhotoState, PhotoAction, Actor, Partial<PhotoFacts>, PhotoState | null]>([
    ['screening begins', 'received', 'start-screening', 'photoward', {}, 'screening'],
    ['a clear verdict', 'screening', 'finish-screening', 'photoward', { verdict: 'clear' }, 'clear'],
    ['a review', 'screening', 'finish-screening', 'photoward', {}, 'flagged'],
    ['no verdict', 'screening', 'finish-screening', 'photoward', { verdict: null }, null],
    ['a crash', 'screening', 'abandon-screening', 'photoward', {}, 'received'],
    ['a person cannot screen', 'screening', 'finish-screening', moderator, { verdict: 'clear' }, null],
    ['a moderator approves', 'flagged', 'approve', moderator, {}, 'approved'],
    ['but not their own', 'flagged', 'approve', { id: 'up', roles: ['moderator'] }, {}, null],
    ['who may hold other roles too', 'flagged', 'approve', { id: 'm', roles: ['staff', 'moderator'] }, {}, 'approved'],
    [
      'the lead may, too',
      'flagged',
      'reject',
      { id: 'd', roles: ['moderator', 'dsl', 'staff'] },
      { verdict: 'block', block: 'quarantine' },
      'rejected',
    ],
    ['nor may staff', 'flagged', 'approve', { id: 's', roles: ['staff'] }, {}, null],
    ['nor an administrator', 'flagged', 'approve', { id: 's', roles: ['admin'] }, {}, null],
    ['a block needs a second person', 'flagged', 'approve', moderator, { verdict: 'block', block: 'ordinary' }, null],
    [
      'not the same again',
      'flagged',
      'approve',
      moderator,
      { verdict: 'block', block: 'ordinary', overrideAskedBy: 'mod' },
      null,
    ],
    [
      'not asked by the uploader',
      'flagged',
      'approve',
      moderator,
      { verdict: 'block', block: 'ordinary', overrideAskedBy: 'up' },
      null,
    ],
    [
      'but another',
      'flagged',
      'approve',
      moderator,
      { verdict: 'block', block: 'ordinary', overrideAskedBy: 'm2' },
      'approved',
    ],
    [
      'never a restricted pupil',
      'flagged',
      'approve',
      moderator,
      { verdict: 'block', block: 'restricted', overrideAskedBy: 'm2' },
      null,
    ],
    [
      'never nudity',
      'flagged',
      'approve',
      { id: 'd', roles: ['dsl'] },
      { verdict: 'block', block: 'quarantine', overrideAskedBy: 'm2' },
      null,
    ],
    ['which only the lead may reject', 'flagged', 'reject', moderator, { verdict: 'block', block: 'quarantine' }, null],
    [
      'as here',
      'flagged',
      'reject',
      { id: 'd', roles: ['dsl'] },
      { verdict: 'block', block: 'quarantine' },
      'rejected',
    ],
    [
      'a cover means screening again',
      'flagged',
      'change-picture',
      moderator,
      { verdict: 'block', block: 'restricted' },
      'received',
    ],
    [
      'as uploaded again, it is decided again',
      'approved',
      'restore-picture',
      moderator,
      { verdict: 'clear' },
      'flagged',
    ],
    ['by somebody else', 'approved', 'restore-picture', { id: 'up', roles: ['moderator'] }, {}, null],
    ['what people settled is approved', 'flagged', 'approve', moderator, { verdict: 'clear' }, 'approved'],
    ['nothing without a verdict', 'flagged', 'approve', moderator, { verdict: null }, null],
    ['a decision taken back is decided again', 'approved', 'undo-decision', moderator, {}, 'flagged'],
    ['but not by the uploader', 'rejected', 'undo-decision', { id: 'up', roles: ['moderator'] }, {}, null],
    ['nor once released', 'released', 'undo-decision', moderator, {}, null],
    ['clear is released', 'clear', 'release', { id: 'up', roles: ['staff'] }, { verdict: 'clear' }, 'released'],
    ['flagged is not', 'flagged', 'release', { id: 'up', roles: ['staff'] }, {}, null],
    [
      'a replay flags what was approved',
      'approved',
      'judge-again',
      'photoward',
      { verdict: 'block', block: 'ordinary' },
      'flagged',
    ],
    ['but clears nothing', 'flagged', 'judge-again', 'photoward', { verdict: 'clear' }, null],
    ['a withdrawal', 'released', 'require-takedown', 'photoward', {}, 'takedown-due'],
    ['made by mistake', 'takedown-due', 'call-off-takedown', moderator, {}, 'released'],
    ['is not called off by staff', 'takedown-due', 'call-off-takedown', { id: 's', roles: ['staff'] }, {}, null],
    ['nor by itself', 'takedown-due', 'call-off-takedown', 'photoward', {}, null],
    ['is done', 'takedown-due', 'complete-takedown', { id: 's', roles: ['staff'] }, {}, 'taken-down'],
    ['and stays so', 'taken-down', 'release', moderator, { verdict: 'clear' }, null],
    ['but is found out there', 'taken-down', 'require-takedown', 'photoward', {}, 'takedown-due'],
  ])('%s', (_, state, action, actor, more, next) => {
    const answer = moveOn(state, action, actor, photo(more));
    expect(answer.allowed ? answer.next : null).toBe(next);
    if (!answer.allowed) expect(answer.why).toMatch(/^[A-Z].+\.$/);
  });

  it('leads to approval only through a person who did not upload, and with two for a block', () => {
    fc.assert(
      fc.property(anyState, anyAction, anyActor, anyPhoto, (state, action, actor, facts) => {
        const answer = moveOn(state, action, actor, facts);
        if (!answer.allowed) return;
        if (answer.next === 'clear') expect([action, facts.verdict]).toEqual(['finish-screening', 'clear']);
        // What stays after all had left from one of these.
        if (answer.next === 'released' && action !== 'call-off-takedown')
          expect(['clear', 'approved']).toContain(state);
        if (answer.next !== 'approved') return;
        expect(actor).not.toBe('photoward');
        if (actor === 'photoward') return;
        expect(actor.id).not.toBe(facts.uploaderId);
        expect(facts.block === null || facts.block === 'ordinary').toBe(true);
        if (facts.block === 'ordinary') {
          expect(facts.overrideAskedBy).not.toBeNull();
          expect([actor.id, facts.uploaderId]).not.toContain(facts.overrideAskedBy);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('ends at taken down unless it is found out there, and at rejected unless a person takes that back', () => {
    fc.assert(
      fc.property(
        fc.constantFrom<PhotoState>('rejected', 'taken-down'),
        anyAction,
        anyActor,
        anyPhoto,
        (state, action, actor, facts) => {
          const answer = moveOn(state, action, actor, facts);
          if (!answer.allowed) return;
          if (state === 'taken-down') {
            expect([action, actor, answer.next]).toEqual(['require-takedown', 'photoward', 'takedown-due']);
            return;
          }
          expect([action, answer.next]).toEqual(['undo-decision', 'flagged']);
          expect(actor === 'photoward' ? null : actor.id).not.toBe(facts.uploaderId);
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe('rights', () => {
  it('keep reasons from everyone but the safeguarding lead', () => {
    for (const right of ['see-restriction-reason', 'see-nudity-finding', 'restrict-pupil'] as const) {
      expect(roles.filter((role) => can(role, right))).toEqual(['dsl']);
    }
  });

  it('are all held by somebody, and by nobody all', () => {
    for (const right of rightNames)
      expect(
        roles.some((role) => can(role, right)),
        right,
      ).toBe(true);
    for (const role of roles)
      expect(
        rightNames.every((right) => can(role, right)),
        role,
      ).toBe(false);
  });

  it('keep the administrator from photos and the uploader from decisions', () => {
    expect(can('admin', 'decide-photo')).toBe(false);
    expect(can('staff', 'decide-photo')).toBe(false);
    expect(can('admin', 'see-register')).toBe(false);
  });
});
