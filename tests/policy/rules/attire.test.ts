import { describe, expect, it } from 'vitest';
import { judge } from '../../../src/policy/judge.ts';
import type { AttireEvidence, EvidenceValues, PersonAttire } from '../../../src/policy/words/evidence.ts';
import { entryOf, evidenceOf, faceAt, factsOf, plainFile, pupilOf, textAt, website } from '../evidence-of.ts';

const sam = pupilOf('sam', 'Sam', 'Jones');
const free = pupilOf('free', 'Olga', 'Free');
const facts = factsOf({ register: [entryOf(sam)], roll: [sam, free] });

const person = (framing: PersonAttire['framing'], swimwear = 0.9): PersonAttire => ({
  box: { x: 0, y: 0, width: 100, height: 400 },
  face: null,
  framing,
  swimwear,
});
const attire = (swimwear: number, water: number, ...people: PersonAttire[]): AttireEvidence => ({
  swimwear,
  water,
  people,
});

function codesFor(values: Partial<EvidenceValues>, more: Partial<typeof facts> = {}): string[] {
  const faces = values.faces ?? [];
  const match = values.match ?? {
    compared: ['sam'],
    faces: faces.map(() => ({ incomparable: null, candidates: [{ pupil: 'sam', score: 0.01 }] })),
  };
  return judge(evidenceOf({ ...values, match }), { ...facts, ...more })
    .findings.filter((finding) => finding.code.includes('attire') || finding.code.includes('swimwear'))
    .map((finding) => `${finding.severity} ${finding.code}`);
}

describe('swimwear', () => {
  it.each<[string, AttireEvidence, string[]]>([
    ['none', attire(0.2, 0.1), []],
    ['by the limit', attire(0.5, 0.1), ['review attire/swimwear']],
    ['half as sure by the water', attire(0.25, 0.8), ['review attire/swimwear']],
    ['one person suffices', attire(0.1, 0.1, person('waist-up')), ['review attire/swimwear', 'review attire/waist-up']],
    [
      'full length out of the water',
      attire(0.9, 0.1, person('full-length')),
      ['block attire/below-waist', 'review attire/swimwear'],
    ],
    [
      'full length in the water',
      attire(0.9, 0.9, person('full-length')),
      ['review attire/full-length', 'review attire/swimwear'],
    ],
    [
      'full length seen in the water',
      attire(0.9, 0.9, { ...person('full-length'), inWater: 0.7 }),
      ['review attire/full-length', 'review attire/swimwear'],
    ],
    [
      'full length beside the water',
      attire(0.9, 0.9, { ...person('full-length'), inWater: 0.29 }),
      ['block attire/below-waist', 'review attire/swimwear'],
    ],
    [
      'full length, perhaps in the water',
      attire(0.9, 0.9, { ...person('full-length'), inWater: 0.3 }),
      ['review attire/full-length', 'review attire/swimwear'],
    ],
    [
      'full length beside the water, not surely swimwear',
      attire(0.9, 0.9, { ...person('full-length', 0.49), inWater: 0.01 }),
      ['review attire/full-length', 'review attire/swimwear'],
    ],
    [
      'full length where no water is seen, whatever the person looks like',
      attire(0.9, 0.1, { ...person('full-length'), inWater: 0.99 }),
      ['block attire/below-waist', 'review attire/swimwear'],
    ],
    ['framing unknown', attire(0.9, 0.1, person('unknown')), ['review attire/swimwear', 'review attire/unknown']],
  ])('%s', (_, seen, expected) => {
    expect(codesFor({ attire: seen })).toEqual(expected);
  });

  it.each([
    ['read in the picture', { text: [textAt(0, 0, 'Olga Free')] }, {}],
    ['in the caption', {}, { caption: 'Well swum, Olga Free!' }],
    ['in the alternative text', {}, { altText: 'Olga Free dives' }],
    ['in the file name', { file: { ...plainFile, name: 'olga-free.jpg' } }, {}],
  ])('with a name %s is blocked, whoever it is', (_, values, more) => {
    const blocks = codesFor({ ...values, attire: attire(0.9, 0.9) }, more).filter((code) => code.startsWith('block'));
    expect(blocks).toHaveLength(1);
    expect(codesFor({ ...values, attire: attire(0.1, 0.9) }, more)).toEqual([]);
  });

  it('with somebody who is even possibly barred is blocked', () => {
    const match = { compared: ['sam'], faces: [{ incomparable: null, candidates: [{ pupil: 'sam', score: 0.31 }] }] };
    expect(codesFor({ faces: [faceAt(0)], match, attire: attire(0.9, 0.9) })).toContain(
      'block swimwear-restricted/both',
    );
  });

  it('face-on and alone in the water is blocked on strict channels', () => {
    const faces = [faceAt(0, { heightPx: 1500, frontality: 0.9 })];
    const swimming = { faces, attire: attire(0.9, 0.9) };
    expect(codesFor(swimming)).toContain('block swimwear-prominent/face');
    const channels = [{ ...website, profile: 'standard' as const }];
    expect(codesFor(swimming, { channels })).toEqual(['review attire/swimwear']);
    expect(codesFor({ ...swimming, faces: [...faces, faceAt(2000, { heightPx: 1400 })] })).toEqual([
      'review attire/swimwear',
    ]);
  });

  it.each<[string, Partial<PersonAttire>, number, string]>([
    ['by or in the water', {}, 0.9, 'review attire/full-length'],
    [
      'in a towel at the poolside',
      { skin: { torso: 0.05, upperArms: 0.3, thighs: 0.1 } },
      0.9,
      'review attire/covered',
    ],
    [
      'bare to the waist over trousers',
      { skin: { torso: 0.9, upperArms: 0.9, thighs: 0.02 } },
      0.1,
      'review attire/full-length',
    ],
    [
      'in a shirt, legs not seen well enough',
      { skin: { torso: 0.05, upperArms: 0.3, thighs: null } },
      0.1,
      'block attire/below-waist',
    ],
    ['in trunks', { skin: { torso: 0.9, upperArms: 0.9, thighs: 0.8 } }, 0.1, 'block attire/below-waist'],
  ])('full length %s', (_, more, water, expected) => {
    expect(codesFor({ attire: attire(0.9, water, { ...person('full-length'), ...more }) })).toContain(expected);
  });

  const bare = { torso: 0.3, upperArms: 0.9, thighs: 0.8 };
  const clothed = { torso: 0.02, upperArms: 0.1, thighs: 0.05 };

  it.each<[string, AttireEvidence, string]>([
    [
      'two at the poolside',
      {
        ...attire(0.9, 0.9, { ...person('full-length'), skin: bare }, { ...person('waist-up'), skin: bare }),
        peopleFound: 2,
      },
      'Two people may be in swimwear or dress as brief, by or in the water, bare shoulders and legs, shown full length. A person must decide.',
    ],
    [
      'two told to be beside the water',
      attire(
        0.9,
        0.9,
        { ...person('full-length'), inWater: 0.1, skin: bare },
        { ...person('waist-up'), inWater: 0.2, skin: bare },
      ),
      'Two people may be in swimwear or dress as brief, beside the water, bare shoulders and legs, shown full length. A person must decide.',
    ],
    [
      'one in and one beside the water',
      attire(0.9, 0.9, { ...person('unknown'), inWater: 0.9 }, { ...person('unknown'), inWater: 0.1 }),
      'Two people may be in swimwear or dress as brief, in and beside the water. A person must decide.',
    ],
    [
      'one in the water and one perhaps',
      attire(0.9, 0.9, { ...person('unknown'), inWater: 0.9 }, { ...person('unknown'), inWater: 0.5 }),
      'Two people may be in swimwear or dress as brief, by or in the water. A person must decide.',
    ],
    [
      'one alone by the water',
      { ...attire(0.9, 0.9, { ...person('shoulder-up') }), peopleFound: 1 },
      'One person may be in swimwear or dress as brief, by or in the water, shown from the shoulders up, alone in the photo. A person must decide.',
    ],
    [
      'one of a group out of the water',
      {
        ...attire(
          0.9,
          0.1,
          { ...person('waist-up'), skin: { torso: 0.8, upperArms: 0.7, thighs: null } },
          person('waist-up', 0.1),
        ),
        peopleFound: 9,
      },
      'One person may be in swimwear or dress as brief, bare shoulders and chest or midriff, shown from the waist up, in a group of nine. A person must decide.',
    ],
    [
      'nobody found',
      { ...attire(0.9, 0.9), peopleFound: 0 },
      'Somebody may be in swimwear or dress as brief, by or in the water. A person must decide.',
    ],
    [
      'three of a large group',
      {
        ...attire(0.9, 0.9, { ...person('unknown') }, { ...person('unknown') }, { ...person('unknown', 0.3) }),
        peopleFound: 13,
      },
      'Three people may be in swimwear or dress as brief, by or in the water, in a group of 13. A person must decide.',
    ],
  ])('is put into words: %s', (_, seen, expected) => {
    const { findings } = judge(evidenceOf({ attire: seen }), facts);
    expect(findings.find(({ code }) => code === 'attire/swimwear')!.reason).toBe(expected);
  });

  it('says of each person where they are, what is bare, and how much shows', () => {
    const seen = attire(
      0.9,
      0.9,
      { ...person('full-length'), skin: bare },
      { ...person('waist-up', 0.3), skin: clothed },
    );
    const { findings } = judge(evidenceOf({ attire: seen }), facts);
    const reasons = findings
      .filter(({ subject }) => subject.startsWith('person'))
      .map(({ reason }) => reason)
      .sort();
    expect(reasons).toEqual([
      'Person 1 is likely to be in swimwear or dress as brief, by or in the water, shown full length, with bare shoulders and legs.',
      'Person 2 may be in swimwear or dress as brief, by or in the water, shown from the waist up, covered by a shirt, tracksuit or towel.',
    ]);
  });

  it('is never clear, whatever the score above the limit', () => {
    for (let score = 0.5; score <= 1; score += 0.05) {
      expect(judge(evidenceOf({ attire: attire(score, 0.5) }), facts).verdict).not.toBe('clear');
    }
  });
});

describe('nudity', () => {
  it('is told to the safeguarding lead alone', () => {
    const { verdict, findings } = judge(evidenceOf({ nudity: { score: 0.5 } }), facts);
    expect(verdict).toBe('block');
    const open = findings.filter((finding) => finding.audience === 'everyone');
    expect(JSON.stringify(open)).not.toMatch(/nud|safeguard|swim/i);
    expect(open.map((finding) => finding.reason)).toContain('This photo cannot be used.');
    expect(findings.filter((finding) => finding.audience === 'dsl')).toMatchObject([
      { code: 'photo/nudity', severity: 'block' },
    ]);
  });
});
