import type { Queryable } from '../../store/database.ts';

/** Of whom somebody has said since a moment that they may not appear, and it stands. `today` is an ISO day. */
export async function findHeldBack(database: Queryable, since: string, today: string): Promise<ReadonlySet<string>> {
  const answers = await database
    .selectFrom('consents')
    .select('pupilId')
    .where('recordedAt', '>=', since)
    .where('answer', '<>', 'permitted')
    .where('retractedAt', 'is', null)
    .execute();
  const objections = await database
    .selectFrom('pupilObjections')
    .select('pupilId')
    .where('recordedAt', '>=', since)
    .where('liftedAt', 'is', null)
    .execute();
  const restrictions = await database
    .selectFrom('restrictions')
    .select('pupilId')
    .where('recordedAt', '>=', since)
    .where('liftedAt', 'is', null)
    .where((where) => where.or([where('endsOn', 'is', null), where('endsOn', '>=', today)]))
    .execute();
  return new Set([...answers, ...objections, ...restrictions].map(({ pupilId }) => pupilId));
}
