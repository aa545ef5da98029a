import { expect, it } from 'vitest';
import { certainFaces } from '../../../src/policy/matching/certain-faces.ts';
import { facesOfPeople, faceSizePx } from '../../../src/policy/matching/faces-of-people.ts';
import { faceAt, factsOf } from '../evidence-of.ts';

const facts = factsOf();
const { certain } = facts.policy.faces;
const large = 2 * facts.policy.match.recognisablePx;

const faceOf = (score: number, sizePx: number) => ({
  ...faceAt(0, { score, sizePx }),
  box: { x: 0, y: 0, width: sizePx, height: sizePx * 1.25 },
});

it('measures the shorter side, by the detector or by the box, whichever says more', () => {
  const box = { x: 0, y: 0, width: 40, height: 50 };
  expect(faceSizePx({ ...faceAt(0, { sizePx: 30 }), box })).toBe(40);
  expect(faceSizePx({ ...faceAt(0, { sizePx: 45 }), box })).toBe(45);
});

it.each<[string, number, number, boolean, boolean]>([
  ['a sure one, however small', certain, 5, true, true],
  ['a doubtful one that is large', certain - 0.001, large, false, true],
  ['a doubtful one that is not', certain - 0.001, large - 0.001, false, false],
  ['a large one, half as sure', certain / 2, large, false, true],
  ['a large one, less than half as sure', certain / 2 - 0.001, 1000, false, false],
])('counts %s', (_, score, sizePx, isCertain, isOfPeople) => {
  const faces = [faceOf(score, sizePx)];
  expect([certainFaces(faces, facts).length, facesOfPeople(faces, facts).length]).toEqual([
    Number(isCertain),
    Number(isOfPeople),
  ]);
});
