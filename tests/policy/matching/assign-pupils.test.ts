import { describe, expect, it } from 'vitest';
import { assignPupils } from '../../../src/policy/matching/assign-pupils.ts';
import type { MatchCandidate } from '../../../src/policy/words/evidence.ts';
import { entryOf, pupilOf } from '../evidence-of.ts';

const sam = pupilOf('sam', 'Sam', 'Jones', { siblings: ['ali'] });
const register = [sam, pupilOf('ali', 'Ali', 'Jones'), pupilOf('kim', 'Kim', 'Lee')];
const onRegister = new Map(register.map((pupil) => [pupil.id, entryOf(pupil)]));
const limits = { possible: 0.3, likely: 0.5, nearTie: 0.125, recognisablePx: 24 };

type Likeness = readonly [pupil: string, score: number, how?: 'lifted'];
const candidatesOf = (likenesses: readonly Likeness[]): MatchCandidate[] =>
  likenesses.map(([pupil, score, how]) => ({ pupil, score, ...(how === undefined ? {} : { isLifted: true }) }));

/** Who was given to which face and who is tied there, and whose likenesses were left over. */
function assign(...faces: readonly (readonly Likeness[])[]): readonly [assigned: string[], repeated: string[]] {
  const match = {
    compared: [...onRegister.keys()],
    faces: faces.map((likenesses) => ({ incomparable: null, candidates: candidatesOf(likenesses) })),
  };
  const { assignments, repeated } = assignPupils(match, onRegister, limits);
  return [
    assignments.map(({ face, candidate, tied }) =>
      [`${face}: ${candidate.pupil}`, ...tied.map((one) => one.pupil)].join(' or '),
    ),
    repeated.map(({ face, candidate }) => `${face}: ${candidate.pupil}`),
  ];
}

describe('assignPupils', () => {
  it('gives each face to one pupil and each pupil to one face, the most alike first, in the order of the faces', () => {
    expect(assign([['kim', 0.6]], [['ali', 0.9]], [['kim', 0.8]], [['sam', 0.4]])).toEqual([
      ['1: ali', '2: kim', '3: sam'],
      ['0: kim'],
    ]);
    expect(assign([['kim', 0.6], ['sam', 0.4]], [['kim', 0.8]])).toEqual([['0: sam or kim', '1: kim'], []]); // prettier-ignore
  });

  it('takes nobody below the limit, nor anybody who may appear', () => {
    expect(assign([['kim', 0.2999]], [['may', 0.99]])).toEqual([[], []]);
    expect(assign([['kim', 0.3]])).toEqual([['0: kim'], []]);
  });

  it('decides equal likenesses by face, then by pupil', () => {
    expect(assign([['kim', 0.6]], [['kim', 0.6]])).toEqual([['0: kim'], ['1: kim']]);
    expect(assign([['kim', 0.6], ['ali', 0.6]])[0]).toEqual(['0: ali or kim']); // prettier-ignore
    expect(assign([['ali', 0.6], ['kim', 0.6]])[0]).toEqual(['0: ali or kim']); // prettier-ignore
  });

  it.each<[string, readonly Likeness[], string]>([
    ['nearer than the distance', [['kim', 0.75], ['ali', 0.626]], '0: kim or ali'],
    ['at the distance', [['kim', 0.75], ['ali', 0.625]], '0: kim'],
    ['who may appear', [['kim', 0.75], ['may', 0.7]], '0: kim or may'],
    ['who may appear and is more alike', [['may', 0.8], ['kim', 0.75]], '0: kim or may'],
    ['near, but hardly alike', [['kim', 0.31], ['ali', 0.29]], '0: kim'],
    ['near, and just alike', [['kim', 0.4], ['ali', 0.3]], '0: kim or ali'],
    ['a sister within twice the distance', [['sam', 0.75], ['ali', 0.501]], '0: sam or ali'],
    ['a brother, said of him alone', [['ali', 0.75], ['sam', 0.501]], '0: ali or sam'],
    ['a sister at twice the distance', [['sam', 0.75], ['ali', 0.5]], '0: sam'],
    ['no sister', [['sam', 0.75], ['kim', 0.6]], '0: sam'],
  ])('ties with one %s', (_, likenesses, expected) => {
    expect(assign(likenesses)[0]).toEqual([expected]);
  }); // prettier-ignore

  it('ties no likeness that was raised with one that is likely by itself', () => {
    expect(assign([['kim', 0.5], ['ali', 0.49, 'lifted']])[0]).toEqual(['0: kim']); // prettier-ignore
    expect(assign([['kim', 0.49], ['ali', 0.48, 'lifted']])[0]).toEqual(['0: kim or ali']); // prettier-ignore
    expect(assign([['kim', 0.5, 'lifted'], ['ali', 0.49, 'lifted']])[0]).toEqual(['0: kim or ali']); // prettier-ignore
    expect(assign([['kim', 0.5, 'lifted'], ['ali', 0.49]])[0]).toEqual(['0: kim or ali']); // prettier-ignore
  });
});
