import type { SignedIn } from '../../http/signed-in.ts';
import { isoToday } from '../../lib/clock.ts';
import type { RegisterParts } from './parts.ts';
import { summarisePupils } from './list-pupils.ts';
import { getPupil } from './store.ts';

/** One pupil as this person may see them. Throws `not-found`. */
export async function readPupil(parts: RegisterParts, person: SignedIn, pupilId: string) {
  const { database } = parts;
  const row = await getPupil(database, pupilId);
  const [summary] = await summarisePupils(parts, person, [row]);
  const pairs = await database
    .selectFrom('pupilSiblings')
    .select(['pupilId', 'siblingId'])
    .where((is) => is.or([is('pupilId', '=', pupilId), is('siblingId', '=', pupilId)]))
    .execute();
  const siblingIds = pairs.map((pair) => (pair.pupilId === pupilId ? pair.siblingId : pair.pupilId));
  const siblings = await database
    .selectFrom('pupils')
    .select(['id', 'firstName', 'lastName'])
    .where('id', 'in', [...siblingIds, ''])
    .orderBy('firstName')
    .execute();
  const portrait = await database
    .selectFrom('referencePhotos')
    .select('id')
    .where('pupilId', '=', pupilId)
    .where('purpose', '=', 'portrait')
    .executeTakeFirst();
  const warning = await database
    .selectFrom('contactWarnings')
    .select('id')
    .where('pupilId', '=', pupilId)
    .where('liftedAt', 'is', null)
    .executeTakeFirst();
  return {
    ...summary!,
    otherNames: JSON.parse(row.otherNamesJson) as string[],
    dateOfBirth: row.dateOfBirth,
    siblings,
    portraitId: portrait?.id ?? null,
    askBeforeContact: warning !== undefined,
    version: row.version,
  };
}

/** Classes and years of everybody on the roll today, with how many pupils each has. */
export async function listGroups({ database, clock }: RegisterParts) {
  const today = isoToday(clock);
  const count = async (column: 'className' | 'yearGroup') => {
    const rows = await database
      .selectFrom('pupils')
      .select([column, (of) => of.fn.countAll<number>().as('pupils')])
      .where(column, 'is not', null)
      .where((is) => is.or([is('leftOn', 'is', null), is('leftOn', '>=', today)]))
      .groupBy(column)
      .orderBy(column)
      .execute();
    return rows.map((row) => ({ name: (row as Record<string, unknown>)[column] as string, pupils: row.pupils }));
  };
  return { classes: await count('className'), years: await count('yearGroup') };
}
