import { entryOf, evidenceOf, faceAt, factsOf, pupilOf } from './evidence-of.ts';

/** Two pupils who may not appear: one by a restriction, one refused. */
export const zeb = pupilOf('p1', 'Zebedee', 'Quillfeather', { className: '4B' });
export const orla = pupilOf('p2', 'Orla', 'Nomore');
export const facts = factsOf({ register: [entryOf(zeb, 'restricted'), entryOf(orla)] });

/** A photo of two faces, and what comparing them says: the first is likely to be Zebedee, the second is nobody known. */
export const twoFaces = { faces: [faceAt(100), faceAt(400)] };
export const matched = evidenceOf({
  ...twoFaces,
  match: {
    compared: ['p1', 'p2'],
    faces: [
      { incomparable: null, candidates: [{ pupil: 'p1', score: 0.9 }] },
      { incomparable: null, candidates: [{ pupil: 'p2', score: 0.05 }] },
    ],
  },
});
