import { describe, expect, it } from 'vitest';
import { findInitials } from '../../../src/policy/names/find-initials.ts';
import type { NameCarrier } from '../../../src/policy/names/find-names.ts';
import { pupilOf } from '../evidence-of.ts';
import { nameText, spansOf } from './name-text.ts';

const roll = [
  pupilOf('rhys', 'Rhys', 'Evans'),
  pupilOf('alex', 'Alexander', 'Jones', { preferred: 'Sandy' }),
  pupilOf('isla', 'Isla', 'Jones'),
  pupilOf('anne', 'Anne-Marie', 'Smith-Okafor'),
  pupilOf('art', 'Arthur', 'Park'),
  pupilOf('grace', 'Grace', 'Mensah'),
];

describe('findInitials', () => {
  it.each<[string, NameCarrier, string[]]>([
    ['R Evans', 'prose', ['rhys likely 0-1']],
    ['R. Evans scored twice', 'prose', ['rhys likely 0-1']],
    ['EVANS, R.', 'picture', ['rhys likely 0-1']],
    ['Evans R 10', 'picture', ['rhys likely 0-1']],
    ['Evans. R was there', 'prose', []],
    ['Evans r', 'prose', []],
    ['r evans', 'prose', []],
    ['R, Evans', 'prose', []],
    ['T Evans', 'prose', []],
    ['S Jones', 'prose', ['alex likely 0-1']],
    ['I. Jones', 'prose', ['isla likely 0-1']],
    ['I Jones', 'prose', []],
    ['A JONES', 'picture', ['alex likely 0-1']],
    ['A PARK', 'picture', ['art possible 0-1']],
    ['X PARK', 'picture', []],
    ['R. O. Evans', 'prose', ['rhys likely 0-2']],
    ['R O Evans', 'picture', ['rhys likely 0-2']],
    ['R.O.B. Evans', 'prose', ['rhys likely 0-3']],
    ['R. O. B. C. Evans', 'prose', []],
    ['O. R. Evans', 'prose', ['rhys likely 1-2']],
    ['R, O. Evans', 'prose', []],
    ['Mr R. Evans', 'prose', []],
    ['Mr R. O. Evans', 'prose', []],
    ['Mr O. R. Evans', 'prose', []],
    ['A.M. Smith-Okafor', 'prose', ['anne likely 0-2', 'anne likely 0-3']],
    ['Rhys E', 'prose', ['rhys likely 0-1']],
    ['Rhys, E', 'prose', []],
    ['Rhys X', 'prose', []],
    ['Anne-Marie O', 'prose', ['anne likely 0-2', 'anne likely 1-2']],
    ['Grace M sang', 'prose', ['grace likely 0-1']],
    ['Grace M sang well', 'prose', []],
    ['R Evens', 'picture', []],
    ['R Evan5', 'picture', ['rhys likely 0-1']],
    ['revans r@school.org', 'prose', []],
    ['r.evans@school.org', 'prose', ['rhys possible 0-1']],
  ])('%s (%s)', (text, carrier, expected) => {
    const searched = nameText(text, carrier, roll);
    expect(spansOf(findInitials(searched), searched)).toEqual(expected);
  });

  it('names all who share the initial and the last name, in doubt', () => {
    const searched = nameText('S Jones', 'prose', [...roll, pupilOf('sara', 'Sara', 'Jones')]);
    expect(spansOf(findInitials(searched), searched)).toEqual(['alex+sara possible 0-1']);
  });
});
