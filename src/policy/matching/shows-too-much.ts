import type { AttireEvidence, PersonAttire } from '../words/evidence.ts';
import type { Facts } from '../words/rule.ts';
import { placeOf, type Place } from './place-of.ts';
import { wearsSwimwear } from './sees-swimwear.ts';
import { isCoveredBelowWaist } from './state-of-dress.ts';

/** Where it is not known whether somebody is in the water, a person looks. */
const notInWater: ReadonlySet<Place> = new Set(['beside the water', 'out of the water']);

/** Whether somebody is in swimwear out of the water, full length and not covered below the waist: enough to block. */
export function showsTooMuch(person: PersonAttire, attire: AttireEvidence, facts: Pick<Facts, 'policy'>): boolean {
  const isShown = person.framing === 'full-length' && !isCoveredBelowWaist(person);
  return isShown && wearsSwimwear(person, facts) && notInWater.has(placeOf(person, attire, facts));
}
