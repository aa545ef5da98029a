import type { ComparedNet } from '../../src/detectors/match/likeness-model.ts';
import { openRegister, type Register } from '../../src/detectors/match/open-register.ts';
import type { EmbeddedFace } from './embed-photos.ts';
import type { Portrait } from './read-labelled-people.ts';
import { referencesOf } from './references-of.ts';

/** The register whose first pupil has that one reference photo, without whoever the probe shows; each made once. */
export function registersAround(
  reference: Portrait,
  portraits: readonly Portrait[],
  embedded: ReadonlyMap<string, EmbeddedFace>,
  nets?: readonly ComparedNet[],
): (shown: string) => Register {
  const own = embedded.get(reference.image)?.vectors;
  const others = [...new Set(portraits.map(({ subject }) => subject))]
    .filter((subject) => subject !== reference.subject)
    .map((subject) => ({ subject, vectors: referencesOf(subject, reference, portraits, embedded) }))
    .filter(({ vectors }) => vectors.length > 0);
  const opened = new Map<string, Register>();
  return (shown) => {
    const known = opened.get(shown);
    if (known !== undefined) return known;
    const rest = others.filter(({ subject }) => subject !== shown);
    const register = openRegister([{ vectors: own === undefined ? [] : [own] }, ...rest], nets);
    opened.set(shown, register);
    return register;
  };
}
