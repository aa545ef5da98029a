import fc from 'fast-check';
import type { Evidence, EvidenceValues } from '../../src/policy/words/evidence.ts';
import type { Facts } from '../../src/policy/words/rule.ts';
import { entryOf, evidenceOf, faceAt, factsOf, noMetadata, plainFile, pupilOf, textAt } from './evidence-of.ts';

const share = fc.double({ min: 0, max: 1, noNaN: true });

export const school = [
  pupilOf('p1', 'Sam', 'Jones', { siblings: ['p2'] }),
  pupilOf('p2', 'Ali', 'Jones', { siblings: ['p1'] }),
  pupilOf('p3', 'Grace', 'Hill'),
  pupilOf('p4', 'Khadija', 'Begum', { preferred: 'Dija' }),
  pupilOf('p5', 'Łukasz', 'Kowalski'),
  pupilOf('p6', 'Sam', 'Patel'),
];

const faces = fc.array(
  fc.record({ score: share, frontality: share, sharpness: share, heightPx: fc.integer({ min: 8, max: 2500 }) }),
  { maxLength: 4 },
);

const faceMatch = fc.record({
  incomparable: fc.constantFrom(null, null, 'too-small', 'too-blurred', 'turned-away', 'too-hidden'),
  candidates: fc.uniqueArray(fc.record({ pupil: fc.constantFrom('p1', 'p2', 'p3', 'p4', 'p5', 'p9'), score: share }), {
    maxLength: 5,
    selector: (candidate) => candidate.pupil,
  }),
});

const words = fc.constantFrom(
  'Sam Jones',
  'S. Patel',
  'GRACE',
  'EXIT',
  'Kh4dija',
  'a@b.org',
  'Summer fair',
  '07700 900123',
);

const person = fc.record({
  box: fc.constant({ x: 0, y: 0, width: 100, height: 300 }),
  face: fc.constant(null),
  framing: fc.constantFrom('shoulder-up', 'waist-up', 'full-length', 'unknown'),
  inWater: fc.option(share, { nil: undefined }),
  swimwear: share,
});

/** Any sound evidence, with as many face matches as faces. */
const values: fc.Arbitrary<EvidenceValues> = faces
  .chain((drafts) =>
    fc.record({
      drafts: fc.constant(drafts),
      matches: fc.array(faceMatch, { minLength: drafts.length, maxLength: drafts.length }),
      compared: fc.subarray(['p1', 'p2', 'p3', 'p4', 'p5']),
      attire: fc.record({ swimwear: share, water: share, people: fc.array(person, { maxLength: 2 }) }),
      nudity: fc.record({ score: share }),
      text: fc.array(fc.record({ text: words, score: share, y: fc.integer({ min: 0, max: 300 }) }), { maxLength: 4 }),
      animated: fc.boolean(),
      name: fc.constantFrom('IMG_1.jpg', 'SamJones.jpg', 'sports day.jpg'),
      copyright: fc.constantFrom(null, 'Pat Photographer'),
      people: fc.constantFrom([], ['Khadija Begum']),
    }),
  )
  .map((made) => ({
    file: { ...plainFile, animated: made.animated, name: made.name },
    metadata: { ...noMetadata, copyright: made.copyright, people: made.people, summary: 'This file held a name.' },
    clean: { sha256: 'b'.repeat(64), bytes: 10, width: 10, height: 10, format: 'jpeg' },
    faces: made.drafts.map((draft, index) => faceAt(index * 200, draft)),
    match: { compared: made.compared, faces: made.matches },
    attire: made.attire,
    nudity: made.nudity,
    text: made.text.map(({ text, score, y }) => textAt(10, y, text, { score })),
  }));

export const anyEvidence: fc.Arbitrary<Evidence> = values.map(evidenceOf);

export const anyFacts: fc.Arbitrary<Facts> = fc
  .record({
    register: fc.subarray(school),
    profile: fc.constantFrom('strict', 'standard'),
    namesAllowed: fc.boolean(),
    title: fc.constantFrom('', 'Sports day', 'A prize for Sam Jones'),
    caption: fc.constantFrom('', 'Well done Sam Jones!', 'Our summer fair', 'Khadija and Grace at the zoo'),
    altText: fc.constantFrom('', 'Two pupils run', 'Ali Jones'),
  })
  .map(({ register, profile, namesAllowed, caption, altText }) =>
    factsOf({
      channels: [{ id: 'website', profile, namesAllowed }],
      register: register.map((pupil) => entryOf(pupil)),
      roll: school,
      caption,
      altText,
    }),
  );
