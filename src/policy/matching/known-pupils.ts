import type { Facts } from '../words/rule.ts';
import type { Pupil, PupilId } from '../words/people.ts';

/** Every pupil the facts speak of, by id: the roll and the register together. */
export function knownPupils(facts: Facts): ReadonlyMap<PupilId, Pupil> {
  const onRegister = [...facts.offRoll, ...facts.register].map((entry) => entry.pupil);
  return new Map([...onRegister, ...facts.roll].map((pupil) => [pupil.id, pupil]));
}
