import { compareVectors } from '../../src/detectors/match/compare-vectors.ts';
import type { ComparedNet } from '../../src/detectors/match/likeness-model.ts';
import type { EmbeddedFace } from './embed-photos.ts';
import type { Portrait } from './read-labelled-people.ts';
import { registersAround } from './registers-around.ts';
import { mostYearsApart } from './school-children.ts';

/** A photo of one pupil beside a face, both at most three years apart; raw likenesses on both scales of the matcher. */
export interface ChildPair {
  /** The younger of both photos; that is the reference photo of a pupil. */
  readonly reference: Portrait;
  readonly probe: Portrait;
  readonly same: boolean;
  readonly alone: number;
  /** In a register in which every other subject is enrolled, save the one on the probe. */
  readonly register: number;
  /** Length of the probe's vector. */
  readonly strength: number;
}

/** Every pair of the portraits. A pair with a photo in which no face was found has a likeness of -Infinity. */
export function pairChildren(
  portraits: readonly Portrait[],
  embedded: ReadonlyMap<string, EmbeddedFace>,
  nets?: readonly ComparedNet[],
): ChildPair[] {
  const byAge = [...portraits].sort((a, b) => a.age - b.age);
  return byAge.flatMap((reference, at) => {
    const openFor = registersAround(reference, portraits, embedded, nets);
    return byAge
      .slice(at + 1)
      .filter((probe) => probe.age - reference.age <= mostYearsApart)
      .map((probe) => {
        const [pupil, face] = [embedded.get(reference.image)?.vectors, embedded.get(probe.image)?.vectors];
        const same = reference.subject === probe.subject;
        if (pupil === undefined || face === undefined) {
          return { reference, probe, same, alone: -Infinity, register: -Infinity, strength: 0 };
        }
        const likeness = openFor(probe.subject).compare(face)[0]!;
        return {
          reference,
          probe,
          same,
          alone: compareVectors(pupil, face, nets),
          register: likeness,
          strength: face.strength,
        };
      });
  });
}
