import path from 'node:path';
import { compareWithTemplate } from '../../src/detectors/match/compare-vectors.ts';
import type { ComparedNet } from '../../src/detectors/match/likeness-model.ts';
import { openRegister } from '../../src/detectors/match/open-register.ts';
import type { EmbeddedFace } from '../verification/embed-photos.ts';
import type { Pair } from '../verification/read-labelled-people.ts';
import type { Comparison } from './comparison.ts';

const registerSize = 50;
/** What the scale calls grown up. */
const ageYears = 30;

/**
 * For each labelled pair of one person: the second photo searched in a register of the first and of fifty other people,
 * taken from the other pairs at even distances.
 */
export function compareAdults(
  pairs: readonly Pair[],
  embedded: ReadonlyMap<string, EmbeddedFace>,
  nets?: readonly ComparedNet[],
): Comparison[] {
  const firstPhotos = new Map(pairs.flatMap(({ a, b }) => [a, b]).map((image) => [personOn(image), image]));
  const people = [...firstPhotos].flatMap(([person, image]) => {
    const vectors = embedded.get(image)?.vectors;
    return vectors === undefined ? [] : [{ person, vectors: [vectors] }];
  });
  return pairs
    .filter(({ same }) => same)
    .flatMap(({ a, b }, at) => {
      const [shown, enrolled, face] = [personOn(a), embedded.get(a)?.vectors, embedded.get(b)?.vectors];
      const about = { shown, probe: b, ageYears, group: 'adults' } as const;
      if (enrolled === undefined || face === undefined) {
        return [{ ...about, pupil: shown, alone: -Infinity, register: -Infinity, strength: 0 }];
      }
      const strangers = people.filter(({ person }) => person !== shown);
      const step = strangers.length / registerSize;
      const others = Array.from(
        { length: registerSize },
        (_, i) => strangers[(at + Math.floor(i * step)) % strangers.length]!,
      );
      const everybody = [{ person: shown, vectors: [enrolled] }, ...others];
      const likenesses = openRegister(everybody, nets).compare(face);
      return everybody.map(({ person, vectors }, i) => ({
        ...about,
        pupil: person,
        alone: compareWithTemplate(face, vectors, nets),
        register: likenesses[i]!,
        strength: face.strength,
      }));
    });
}

/** The set's files are named after the person: `Given_Family_0001.jpg`. */
function personOn(image: string): string {
  return path.basename(image).replace(/_\d+\.\w+$/, '');
}
