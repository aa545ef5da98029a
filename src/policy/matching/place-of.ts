import type { AttireEvidence, PersonAttire } from '../words/evidence.ts';
import type { Facts } from '../words/rule.ts';
import { isByWater } from './sees-swimwear.ts';

/** Where somebody is, as far as the evidence tells. */
export type Place = 'in the water' | 'beside the water' | 'by or in the water' | 'out of the water';

/**
 * From this probability on somebody is taken to be in the water, and below the other beside it; between them it is not
 * known. Chosen on photos that the head was not fitted on (docs/accuracy-attire.md).
 */
const [inFrom, besideBelow] = [0.7, 0.3];

/** Where one person is: told from beside the water only where the scene is a pool, a beach or open water. */
export function placeOf({ inWater }: PersonAttire, attire: AttireEvidence, facts: Pick<Facts, 'policy'>): Place {
  if (!isByWater(attire, facts)) return 'out of the water';
  if (inWater === undefined) return 'by or in the water';
  if (inWater >= inFrom) return 'in the water';
  return inWater < besideBelow ? 'beside the water' : 'by or in the water';
}
