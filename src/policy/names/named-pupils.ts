import type { Pupil } from '../words/people.ts';
import type { Facts } from '../words/rule.ts';
import { knownPupils } from '../matching/known-pupils.ts';
import { findNames, type NameCarrier, type NameFound } from './find-names.ts';
import { indexNames, type NameIndex } from './index-names.ts';

/** A name found in a text, with the pupils it may mean. */
export interface NamedPupils {
  readonly confidence: NameFound['confidence'];
  readonly form: NameFound['form'];
  readonly part: string;
  /** Of them, those who may not appear on these channels. */
  readonly barred: readonly Pupil[];
  readonly others: readonly Pupil[];
}

interface NamesOfFacts {
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

function namesOf(facts: Facts): NamesOfFacts {
  const before = kept.get(facts.register);
  if (before?.of.roll === facts.roll && before.of.offRoll === facts.offRoll) return before.made;
  const pupils = knownPupils(facts);
  const offRoll = new Set(facts.offRoll.map((entry) => entry.pupil.id));
  const barred = new Set([...offRoll, ...facts.register.map((entry) => entry.pupil.id)]);
  const made = { index: indexNames([...pupils.values()]), pupils, barred, offRoll };
  kept.set(facts.register, { of: facts, made });
  return made;
}

/**
 * The pupils a text names, of the roll and of the register. Somebody who is not on the roll counts only by the whole
 * name: nobody expects them, and half the school shares a first name with somebody.
 */
export function namedPupils(text: string, carrier: NameCarrier, facts: Facts): NamedPupils[] {
  const { index, pupils, barred, offRoll } = namesOf(facts);
  return findNames(text, { names: index, carrier }).flatMap((found): NamedPupils[] => {
    const meant = found.pupils
      .filter((id) => found.form === 'full' || !offRoll.has(id))
      .flatMap((id) => pupils.get(id) ?? []);
    if (meant.length === 0) return [];
    const { confidence, form, part } = found;
    const isBarred = (pupil: Pupil): boolean => barred.has(pupil.id);
    return [{ confidence, form, part, barred: meant.filter(isBarred), others: meant.filter((one) => !isBarred(one)) }];
  });
}
