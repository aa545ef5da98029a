import type { Queryable } from '../../store/database.ts';

/**
 * Of whom somebody has recorded something since a moment, and it stands: an answer, an objection, a restriction, a step
 * towards face matching. Whoever is answered for is taken to be at the school. `today` is an ISO day.
 */
export async function findRecordedSince(
  database: Queryable,
  since: string,
  today: string,
): Promise<ReadonlySet<string>> {
  const answers = await database
    .selectFrom('consents')
    .select('pupilId')
    .where('recordedAt', '>=', since)
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
  const steps = await database
    .selectFrom('biometricRecords')
    .select('pupilId')
    .where('recordedAt', '>=', since)
    .execute();
  return new Set([...answers, ...objections, ...restrictions, ...steps].map(({ pupilId }) => pupilId));
}
