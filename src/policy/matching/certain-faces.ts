import type { Face } from '../words/evidence.ts';
import type { Facts } from '../words/rule.ts';

/** The faces that make a photo a photo of people: doubtful ones are compared, but do not count here. */
export function certainFaces(faces: readonly Face[], facts: Facts): readonly Face[] {
  return faces.filter((face) => face.score >= facts.policy.faces.certain);
}
