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

/** Whether somebody may wear swimwear, or dress as brief, by the policy's limit; in a water scene by half of it. */
export function mayBeSwimwear(attire: AttireEvidence, facts: Facts): boolean {
  const highest = Math.max(attire.swimwear, ...attire.people.map((person) => person.swimwear));
  return highest >= facts.policy.attire.swimwear * (isByWater(attire, facts) ? besideWater : 1);
}

/** Whether one person wears swimwear surely enough to block by what can be seen of them. */
export function wearsSwimwear(person: PersonAttire, facts: Facts): boolean {
  return person.swimwear >= Math.max(facts.policy.attire.swimwear, moreLikelyThanNot);
}
