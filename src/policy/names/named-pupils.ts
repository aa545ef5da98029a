import type { Pupil } from '../words/people.ts';
import type { Facts } from '../words/rule.ts';
import { findNames, type NameCarrier, type NameFound } from './find-names.ts';
import { namesOfFacts } from './names-of-facts.ts';

/** A name found in a text, with the pupils it may mean. */
export interface NamedPupils {
  readonly confidence: NameFound['confidence'];
  readonly form: NameFound['form'];
  readonly part: string;
  /** Of them, those who may not appear on these channels. */
  readonly barred: readonly Pupil[];
  readonly others: readonly Pupil[];
}

/**
 * The pupils a text names, of the roll and of the register. Somebody who is not on the roll counts only by the whole
 * name: nobody expects them, and half the school shares a first name with somebody.
 */
export function namedPupils(text: string, carrier: NameCarrier, facts: Facts): NamedPupils[] {
  const { index, pupils, barred, offRoll } = namesOfFacts(facts);
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
