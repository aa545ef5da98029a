import type { AttireEvidence, PersonAttire } from '../words/evidence.ts';
import type { Facts } from '../words/rule.ts';

/** All that is asked of the facts here. */
type Limits = Pick<Facts, 'policy'>;

/** From this probability on somebody more likely than not wears swimwear: enough to block, not only to look. */
const moreLikelyThanNot = 0.5;

/** By the water less is needed to make a person look. */
const besideWater = 0.5;

/** Whether the scene is a pool, a beach or open water. */
export function isByWater(attire: AttireEvidence, facts: Limits): boolean {
  return attire.water >= facts.policy.attire.water;
}

/** From this score on a photo, or somebody in it, is flagged: the policy's limit; in a water scene half of it. */
export function swimwearLimit(attire: AttireEvidence, facts: Limits): number {
  return facts.policy.attire.swimwear * (isByWater(attire, facts) ? besideWater : 1);
}

/** Whether somebody may wear swimwear, or dress as brief. */
export function mayBeSwimwear(attire: AttireEvidence, facts: Limits): boolean {
  const highest = Math.max(attire.swimwear, ...attire.people.map((person) => person.swimwear));
  return highest >= swimwearLimit(attire, facts);
}

/** Whether one person wears swimwear surely enough to block by what can be seen of them. */
export function wearsSwimwear(person: PersonAttire, facts: Limits): boolean {
  return person.swimwear >= Math.max(facts.policy.attire.swimwear, moreLikelyThanNot);
}
