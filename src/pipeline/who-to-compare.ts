import type { PupilId } from '../policy/words/people.ts';
import type { Facts } from '../policy/words/rule.ts';
import type { ScreenRequest } from './screening-words.ts';

/**
 * Whose templates may be compared for these channels, among the pupils enrolled; or why nobody's. Pure. An empty list
 * means that there is nobody to look for. `enrolled` is null when no register was given at all.
 */
export function whoToCompare(facts: Facts, enrolled: ReadonlyMap<PupilId, unknown> | null): ScreenRequest['compare'] {
  if (enrolled === null) return { off: 'no register was given' };
  const barred = [...facts.register, ...facts.offRoll].map((entry) => entry.pupil.id);
  if (barred.length === 0) return [];
  const compared = [...new Set(barred)].filter((id) => enrolled.has(id)).sort();
  if (compared.length > 0) return compared;
  return { off: 'nobody on the register has both a complete biometric permission and a usable reference photo' };
}
