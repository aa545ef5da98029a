import { expect, it } from 'vitest';
import { comparePupilList, type KnownPupil } from '../../../src/policy/register/compare-pupil-list.ts';

const onRecord = (id: string, schoolNumber: string): KnownPupil => ({
  id, schoolNumber, firstName: 'Ada', lastName: 'Lee', preferredName: null, otherNames: [], className: null, yearGroup: null, dateOfBirth: null, leftOn: null,
}); // prettier-ignore
const days = { today: '2026-09-01', dayBefore: '2026-08-31', missing: 'left' } as const;

it('changes nobody when a number could be that of two pupils, and takes neither for gone', () => {
  const known = [onRecord('ada', 'ab'), onRecord('ben', 'AB'), onRecord('cai', 'C3')];
  const line = (number: number, schoolNumber: string, firstName: string) => ({
    line: number,
    pupil: { schoolNumber, firstName, lastName: 'Lee' },
    problems: [],
  });
  expect(comparePupilList([line(2, 'Ab', 'Ida')], known, days)).toMatchObject([
    { line: 2, change: 'problem', pupilId: null, after: null, problems: ['several pupils have this schoolNumber'] },
    { line: null, change: 'leaver', pupilId: 'cai' },
  ]);
  expect(comparePupilList([line(2, 'AB', 'Ida'), line(3, 'c3', 'Ada')], known, days)).toMatchObject([
    { line: 2, change: 'change', pupilId: 'ben', changed: ['firstName'] },
    { line: 3, change: 'change', pupilId: 'cai', changed: ['schoolNumber'] },
  ]);
});
