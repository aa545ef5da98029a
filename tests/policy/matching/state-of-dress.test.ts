import { describe, expect, it } from 'vitest';
import { placeOf } from '../../../src/policy/matching/place-of.ts';
import { mayBeSwimwear, swimwearLimit, wearsSwimwear } from '../../../src/policy/matching/sees-swimwear.ts';
import { showsTooMuch } from '../../../src/policy/matching/shows-too-much.ts';
import { isCoveredBelowWaist, isCoveredUp, sayBareParts } from '../../../src/policy/matching/state-of-dress.ts';
import type { AttireEvidence, PersonAttire } from '../../../src/policy/words/evidence.ts';
import { factsOf } from '../evidence-of.ts';

const facts = factsOf();
const { water, swimwear } = facts.policy.attire;
const person = (more: Partial<PersonAttire> = {}): PersonAttire => ({
  ...{ box: { x: 0, y: 0, width: 100, height: 300 }, framing: 'full-length', swimwear: 0.9, face: null },
  ...more,
});
const skin = (torso: number | null, upperArms: number | null, thighs: number | null) => ({ torso, upperArms, thighs });
const scene = (more: Partial<AttireEvidence> = {}): AttireEvidence => ({ swimwear: 0, water: 0, people: [], ...more });

describe('where somebody is', () => {
  it.each<[string, number, number | undefined, string]>([
    ['water is likely and so is being in it', water, 0.7, 'in the water'],
    ['it is not known whether they are in it', water, 0.699, 'by or in the water'],
    ['nobody could tell', water, undefined, 'by or in the water'],
    ['just not beside it', water, 0.3, 'by or in the water'],
    ['they are beside it', water, 0.299, 'beside the water'],
    ['there is hardly any water', water - 0.001, 0.99, 'out of the water'],
  ])('when %s', (_, seen, inWater, expected) => {
    const one = person(inWater === undefined ? {} : { inWater });
    expect(placeOf(one, scene({ water: seen }), facts)).toBe(expected);
  });
});

describe('what somebody wears', () => {
  it('asks for less by the water, in the photo or on anybody in it', () => {
    expect([swimwearLimit(scene({ water }), facts), swimwearLimit(scene(), facts)]).toEqual([swimwear / 2, swimwear]);
    const seen = (inPhoto: number, onSomebody: number, wet: number) =>
      mayBeSwimwear(scene({ swimwear: inPhoto, people: [person({ swimwear: onSomebody })], water: wet }), facts);
    expect([seen(swimwear, 0, 0), seen(0, swimwear, 0), seen(swimwear - 0.001, 0.1, 0)]).toEqual([true, true, false]);
    expect([seen(swimwear / 2, 0, water), seen(0.1, swimwear / 2 - 0.001, water)]).toEqual([true, false]);
  });

  it('blocks by what somebody shows only when swimwear is more likely than not, whatever the limit', () => {
    const low = { policy: { ...facts.policy, attire: { ...facts.policy.attire, swimwear: 0.2 } } };
    const high = { policy: { ...facts.policy, attire: { ...facts.policy.attire, swimwear: 0.8 } } };
    const wears = (score: number, limits: typeof low) => wearsSwimwear(person({ swimwear: score }), limits);
    expect([wears(0.5, low), wears(0.499, low), wears(0.8, high), wears(0.799, high)]).toEqual([
      true,
      false,
      true,
      false,
    ]);
  });

  it.each<[string, Partial<PersonAttire>, Partial<AttireEvidence>, boolean]>([
    ['full length, bare legs, on land', { skin: skin(0.9, 0.9, 0.9) }, {}, true],
    ['nobody can tell what is bare', {}, {}, true],
    ['a towel about the waist', { skin: skin(0.9, 0.9, 0.15) }, {}, false],
    ['seen to the waist', { framing: 'waist-up', skin: skin(0.9, 0.9, null) }, {}, false],
    ['hardly swimwear', { swimwear: 0.49 }, {}, false],
    ['beside the pool', { inWater: 0.1 }, { water: 0.9 }, true],
    ['in the pool', { inWater: 0.9 }, { water: 0.9 }, false],
    ['perhaps in the pool', { inWater: 0.5 }, { water: 0.9 }, false],
  ])('shows too much or not: %s', (_, who, where, expected) => {
    expect(showsTooMuch(person(who), scene(where), facts)).toBe(expected);
  });
});

describe('what is covered', () => {
  it.each<[string, PersonAttire['skin'], boolean, boolean]>([
    ['all of it', skin(0.1, 0.9, 0.1), true, true],
    ['up to the limit', skin(0.15, 0.9, 0.15), true, true],
    ['all but the legs', skin(0.1, 0.1, 0.151), false, false],
    ['all but the chest', skin(0.151, 0.1, 0.1), true, false],
    ['all that is seen, the legs out of the picture', skin(0.1, 0.1, null), false, true],
    ['nothing that could be measured', undefined, false, false],
    ['the body out of the picture', skin(null, 0.1, 0.1), true, false],
  ])('%s', (_, measured, belowWaist, up) => {
    const one = person({ skin: measured });
    expect([isCoveredBelowWaist(one), isCoveredUp(one)]).toEqual([belowWaist, up]);
  });

  it('is named by what is bare on anybody', () => {
    const bare = (...all: readonly PersonAttire['skin'][]) => sayBareParts(all.map((one) => person({ skin: one })));
    expect(bare(skin(0.6, 0.6, 0.6))).toBe('bare shoulders, chest or midriff and legs');
    expect(bare(skin(0.1, 0.599, 0.9), skin(0.1, 0.6, 0.1))).toBe('bare shoulders and legs');
    expect(bare(skin(0.599, 0.599, 0.599), undefined, skin(null, null, null))).toBe('');
  });
});
