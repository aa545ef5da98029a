import type { Facts } from '../words/rule.ts';
import type { PupilId, RegisterEntry } from '../words/people.ts';

/** Everybody on the register of these channels, on the roll or not, by pupil id. */
export function whoMayNotAppear(facts: Facts): ReadonlyMap<PupilId, RegisterEntry> {
  return new Map([...facts.offRoll, ...facts.register].map((entry) => [entry.pupil.id, entry]));
}
