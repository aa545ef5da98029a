import type { AttireEvidence, PersonAttire } from '../words/evidence.ts';
import type { Facts } from '../words/rule.ts';

/** From this probability on somebody more likely than not wears swimwear: enough to block, not only to look. */
const moreLikelyThanNot = 0.5;

/** By the water less is needed to make a person look. */
const besideWater = 0.5;

/** Whether the scene is a pool, a beach or open water. */
export function isByWater(attire: AttireEvidence, facts: Facts): boolean {
  return attire.water >= facts.policy.attire.water;
}

/** From this score on a photo, or somebody in it, is flagged: the policy's limit; in a water scene half of it. */
export function swimwearLimit(attire: AttireEvidence, facts: Facts): number {
  return facts.policy.attire.swimwear * (isByWater(attire, facts) ? besideWater : 1);
}

/** Whether somebody may wear swimwear, or dress as brief. */
export function mayBeSwimwear(attire: AttireEvidence, facts: Facts): boolean {
  const highest = Math.max(attire.swimwear, ...attire.people.map((person) => person.swimwear));
  return highest >= swimwearLimit(attire, facts);
}

/** Whether one person wears swimwear surely enough to block by what can be seen of them. */
export function wearsSwimwear(person: PersonAttire, facts: Facts): boolean {
  return person.swimwear >= Math.max(facts.policy.attire.swimwear, moreLikelyThanNot);
}

/** Where somebody is, to follow a comma. */
export type Place = 'in the water' | 'beside the water' | 'by or in the water' | 'out of the water';

/** Where one person is; evidence may not tell in from beside the water. */
export function placeOf({ inWater }: PersonAttire, attire: AttireEvidence, facts: Facts): Place {
  if (!isByWater(attire, facts)) return 'out of the water';
  if (inWater === undefined) return 'by or in the water';
  return inWater >= moreLikelyThanNot ? 'in the water' : 'beside the water';
}
