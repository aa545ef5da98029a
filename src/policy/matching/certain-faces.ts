import type { Face } from '../words/evidence.ts';
import type { Facts } from '../words/rule.ts';

/** The faces that are sure enough to be counted as such. Doubtful ones are compared all the same. */
export function certainFaces(faces: readonly Face[], facts: Facts): readonly Face[] {
  return faces.filter((face) => face.score >= facts.policy.faces.certain);
}
