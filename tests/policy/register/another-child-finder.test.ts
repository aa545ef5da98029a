import { describe, expect, it } from 'vitest';
import { anotherChildFinder } from '../../../src/policy/register/another-child-finder.ts';
import type { KnownPupil } from '../../../src/policy/register/compare-pupil-list.ts';
import type { ListedPupil } from '../../../src/policy/register/read-pupil-list.ts';

const onRecord = (firstName: string, lastName: string, dateOfBirth: string | null): KnownPupil => ({
  ...{ id: firstName, schoolNumber: firstName, firstName, lastName, preferredName: null, otherNames: [] },
  ...{ className: null, yearGroup: null, dateOfBirth, leftOn: null },
});

const ada = { ...onRecord('Ada', 'Lee', '2015-04-30'), preferredName: 'Addie' };
const twin = onRecord('Bea', 'Lee', '2015-04-30');
const isAnother = anotherChildFinder([ada, twin, onRecord('Zoë', 'O’Neil', null)]);
const line = (firstName: string, lastName: string, dateOfBirth?: string | null): ListedPupil => ({
  ...{ schoolNumber: 'Ada', firstName, lastName },
  ...(dateOfBirth !== undefined && { dateOfBirth }),
});

describe('a number that a list gives to', () => {
  it.each<[string, ListedPupil]>([
    ['another name and birthday', line('Owen', 'Pryce', '2019-01-02')],
    ['another name, where no birthday is told', line('Owen', 'Pryce')],
    ['a younger sister', line('Cai', 'Lee', '2019-01-02')],
    ['somebody of the same first name', line('Ada', 'Pryce', '2019-01-02')],
    ['the twin, who is on record', line('Bea', 'Lee', '2015-04-30')],
    ['somebody else on record, however it is written', line('ZOE', 'ONeil', '2015-04-30')],
  ])('%s is another child’s', (_, listed) => {
    expect(isAnother(ada, listed)).toBe(true);
  });

  it.each<[string, ListedPupil]>([
    ['the same as before', line('Ada', 'Lee', '2015-04-30')],
    ['a new surname', line('Ada', 'Pryce', '2015-04-30')],
    ['a double surname, where no birthday is told', line('Adeline', 'Pryce-Lee')],
    ['the name she is called by', line('Addie', 'Pryce', null)],
    ['another first name', line('Max', 'Lee', '2015-04-30')],
    ['another first name, where no birthday is told', line('Max', 'Lee')],
    ['wholly another name and the same birthday', line('Max', 'Pryce', '2015-04-30')],
    ['a corrected birthday', line('Ada', 'Lee', '2015-03-04')],
  ])('%s is the same child', (_, listed) => {
    expect(isAnother(ada, listed)).toBe(false);
  });

  it('somebody of another family whose surname begins alike is another child’s, of the same family is not', () => {
    const dafydd = onRecord('Dafydd', 'ap Rhys', null);
    const isAnotherThanDafydd = anotherChildFinder([dafydd]);
    expect(isAnotherThanDafydd(dafydd, line('Cai', 'ap Gwyn'))).toBe(true);
    expect(isAnotherThanDafydd(dafydd, line('Dai', 'Rhys'))).toBe(false);
  });

  it('one of two who have one name is theirs', () => {
    const two = [ada, { ...ada, id: 'other', schoolNumber: 'other' }];
    expect(anotherChildFinder(two)(two[1]!, line('Ada', 'Lee', '2015-04-30'))).toBe(false);
  });
});
