import { uploadLimits } from '../../contract/uploads.ts';
import type { Database, Queryable } from '../../store/database.ts';
import { readCurrentPolicy } from '../../store/read-current-policy.ts';

const byNumber = new Intl.Collator('en', { numeric: true });

/** Classes and years of the pupils on record. */
export async function findRollChoices(
  database: Queryable,
): Promise<{ readonly classes: string[]; readonly years: string[] }> {
  const rows = await database
    .selectFrom('pupils')
    .select(['className', 'yearGroup'])
    .distinct()
    .where('leftOn', 'is', null)
    .execute();
  const distinct = (values: readonly (string | null)[]): string[] =>
    [...new Set(values.filter((value) => value !== null))].sort(byNumber.compare);
  return { classes: distinct(rows.map((row) => row.className)), years: distinct(rows.map((row) => row.yearGroup)) };
}

/** What an uploader chooses from. */
export async function readForm(database: Database) {
  const channels = await database
    .selectFrom('channels')
    .select(['id', 'name'])
    .where('state', '=', 'open')
    .orderBy('name')
    .execute();
  const { handling } = await readCurrentPolicy(database);
  const { photosPerBatch, photosPerRequest, bytesPerPhoto } = uploadLimits;
  return {
    channels,
    ...(await findRollChoices(database)),
    questions: [...handling.uploadQuestions],
    limits: { photosPerBatch, photosPerRequest, bytesPerPhoto },
  };
}
