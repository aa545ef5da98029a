import { describe, expect, it } from 'vitest';
import {
  biometricPermission,
  permissionGaps,
  type BiometricEvent,
  type PermissionGap,
} from '../../../src/policy/register/biometric-permission.ts';

const parents = ['mother', 'father'];
const record = (event: BiometricEvent['event'], guardianId: string | null, inWriting = false): BiometricEvent => ({
  ...{ event, guardianId, inWriting },
});
const told = parents.map((parent) => record('parent-notified', parent));
const consented = record('parent-consented', 'mother', true);
const complete = [...told, consented];

describe('a biometric permission', () => {
  it.each<[string, readonly BiometricEvent[], readonly PermissionGap[], string]>([
    ['nothing was recorded', [], ['parent-not-notified', 'no-written-consent'], 'not-asked'],
    ['one parent was told', [told[0]!], ['parent-not-notified', 'no-written-consent'], 'not-asked'],
    ['both were told', told, ['no-written-consent'], 'parents-notified'],
    ['one was told and one excepted', [told[0]!, record('parent-exempt', 'father'), consented], [], 'granted'],
    ['both were told and one consented in writing', complete, [], 'granted'],
    ['one consented, and the other was not told', [told[0]!, consented], ['parent-not-notified'], 'not-asked'],
    ['one consented who was not told', [told[1]!, consented], ['parent-not-notified'], 'not-asked'],
    ['one consented, not in writing', [...told, record('parent-consented', 'mother')], ['no-written-consent'], 'parents-notified'],
    ['who consented is no parent', [...told, record('parent-consented', 'aunt', true)], ['no-written-consent'], 'parents-notified'],
    ['nobody knows who consented', [...told, record('parent-consented', null, true)], ['no-written-consent'], 'parents-notified'],
    ['something else is in writing', [...told, record('parent-notified', 'mother', true)], ['no-written-consent'], 'parents-notified'],
    ['the other parent objects', [...complete, record('parent-objected', 'father')], ['parent-objected'], 'parent-objected'],
    ['somebody who is no parent today objected', [...complete, record('parent-objected', 'aunt')], ['parent-objected'], 'parent-objected'],
    ['the pupil objects', [...complete, record('pupil-objected', null)], ['pupil-objected'], 'pupil-objected'],
    ['it was withdrawn', [...complete, record('withdrawn', 'mother')], ['withdrawn'], 'withdrawn'],
    ['the pupil’s objection and a withdrawal', [record('withdrawn', 'mother'), ...complete, record('pupil-objected', null)], ['pupil-objected', 'withdrawn'], 'pupil-objected'],
    ['consent after an objection', [record('pupil-objected', null), ...complete], ['pupil-objected'], 'pupil-objected'],
    ['it was begun anew', [...complete, record('reset', null)], ['parent-not-notified', 'no-written-consent'], 'not-asked'],
    ['it was begun anew after an objection, and all was done again', [record('pupil-objected', null), record('reset', null), ...complete], [], 'granted'],
    ['it was begun anew twice', [record('reset', null), ...complete, record('reset', null), ...told], ['no-written-consent'], 'parents-notified'],
  ])('when %s', (_, events, gaps, word) => {
    expect(permissionGaps(events, parents, false)).toEqual(gaps);
    expect(biometricPermission(events, parents, false)).toBe(word);
  }); // prettier-ignore

  it('needs a parent', () => {
    expect(permissionGaps([], [], false)).toEqual(['no-parent', 'no-written-consent']);
    expect(biometricPermission(complete, [], false)).toBe('not-asked');
  });

  it('needs everybody who is a parent today, whoever was when it was given', () => {
    expect(permissionGaps(complete, [...parents, 'new parent'], false)).toEqual(['parent-not-notified']);
    expect(permissionGaps(complete, ['father'], false)).toEqual(['no-written-consent']);
    expect(permissionGaps(complete, ['mother'], false)).toEqual([]);
  });

  it('is none for an adult, whatever parents said; a "no" stays one', () => {
    expect(permissionGaps(complete, parents, true)).toEqual(['of-age']);
    expect(biometricPermission(complete, parents, true)).toBe('not-asked');
    expect(biometricPermission(told, parents, true)).toBe('not-asked');
    expect(biometricPermission([record('pupil-objected', null)], parents, true)).toBe('pupil-objected');
  });
});
