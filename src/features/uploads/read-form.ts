import { uploadLimits } from '../../contract/uploads.ts';
import { isoDayFromToday, type Clock } from '../../lib/clock.ts';
import type { Queryable } from '../../store/database.ts';
import { readCurrentPolicy } from '../../store/read-current-policy.ts';
import type { UploadParts } from './parts.ts';

const byNumber = new Intl.Collator('en', { numeric: true });

/** Pictures of a class's last weeks are still sent in after the summer, when all of it has left. */
const leaversShownDays = 92;

/** Classes and years of the pupils who are at the school, or have left it lately; a last day that lies ahead is none yet. */
export async function findRollChoices(
  database: Queryable,
  clock: Clock,
): Promise<{ readonly classes: string[]; readonly years: string[] }> {
  const rows = await database
    .selectFrom('pupils')
    .select(['className', 'yearGroup'])
    .distinct()
    .where((where) =>
      where.or([where('leftOn', 'is', null), where('leftOn', '>=', isoDayFromToday(clock, -leaversShownDays))]),
    )
    .execute();
  const distinct = (values: readonly (string | null)[]): string[] =>
    [...new Set(values.filter((value) => value !== null))].sort(byNumber.compare);
  return { classes: distinct(rows.map((row) => row.className)), years: distinct(rows.map((row) => row.yearGroup)) };
}

/** What an uploader chooses from. */
export async function readForm({ database, clock }: Pick<UploadParts, 'database' | 'clock'>) {
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
    ...(await findRollChoices(database, clock)),
    questions: [...handling.uploadQuestions],
    limits: { photosPerBatch, photosPerRequest, bytesPerPhoto },
  };
}
