import type { Pupil } from '../words/people.ts';
import type { Facts } from '../words/rule.ts';
import { knownPupils } from '../matching/known-pupils.ts';
import { indexNames, type NameIndex } from './index-names.ts';

/** The names to look for, whose they are, and who of them may not appear or is not on the roll. */
export interface NamesOfFacts {
  readonly index: NameIndex;
  readonly pupils: ReadonlyMap<string, Pupil>;
  readonly barred: ReadonlySet<string>;
  readonly offRoll: ReadonlySet<string>;
}

/**
 * Indexes cost more than a verdict, so one is kept as long as the lists of its facts are, which photos of one batch share;
 * it depends on nothing else.
 */
const kept = new WeakMap<Facts['register'], { readonly of: Facts; readonly made: NamesOfFacts }>();

/** The names of everybody the facts know. */
export function namesOfFacts(facts: Facts): NamesOfFacts {
  const before = kept.get(facts.register);
  if (before?.of.roll === facts.roll && before.of.offRoll === facts.offRoll) return before.made;
  const pupils = knownPupils(facts);
  const offRoll = new Set(facts.offRoll.map((entry) => entry.pupil.id));
  const barred = new Set([...offRoll, ...facts.register.map((entry) => entry.pupil.id)]);
  const made = { index: indexNames([...pupils.values()]), pupils, barred, offRoll };
  kept.set(facts.register, { of: facts, made });
  return made;
}
