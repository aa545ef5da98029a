/** What stands where a sentence named a pupil who has been erased. */
export const erasedReason = 'This was about a pupil who has been erased.';

/**
 * The same JSON value without a pupil: ids and candidates are left out of lists, and a finding that named the pupil
 * keeps its code and severity but not its sentence. What was decided then stays readable; about whom is gone.
 */
export function withoutPupil(value: unknown, pupilId: string): unknown {
  if (Array.isArray(value)) {
    return value.filter((item) => !isOf(item, pupilId)).map((item) => withoutPupil(item, pupilId));
  }
  if (typeof value !== 'object' || value === null) return value === pupilId ? null : value;
  const named = 'pupils' in value && Array.isArray(value.pupils) && value.pupils.includes(pupilId);
  const entries = Object.entries(value).map(([key, inner]): [string, unknown] => [key, withoutPupil(inner, pupilId)]);
  return { ...Object.fromEntries(entries), ...(named && 'reason' in value ? { reason: erasedReason } : {}) };
}

function isOf(item: unknown, pupilId: string): boolean {
  if (typeof item !== 'object' || item === null) return item === pupilId;
  return ('pupil' in item && item.pupil === pupilId) || ('pupilId' in item && item.pupilId === pupilId);
}
