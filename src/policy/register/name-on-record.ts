import type { PupilName } from '../words/people.ts';

/** A pupil's name as its columns have it; other names they are called by are kept apart. */
export function nameOnRecord(row: {
  readonly firstName: string;
  readonly lastName: string;
  readonly preferredName: string | null;
}): Omit<PupilName, 'others'> {
  const preferred = row.preferredName === null ? {} : { preferred: row.preferredName };
  return { first: row.firstName, last: row.lastName, ...preferred };
}
