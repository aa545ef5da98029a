import type { ExpressionBuilder } from 'kysely';
import type { Tables } from './tables/index.ts';

/**
 * Whether a row of a release's pupils says more than that their class was there: matched, seen, named, or put on the roll
 * one by one.
 */
export function isReliedOn(where: ExpressionBuilder<Tables, 'releaseConsents' | 'releases'>) {
  const standsAlone = where
    .selectFrom('batchRoll')
    .select('groupName')
    .whereRef('batchRoll.batchId', '=', 'releases.batchId')
    .where('batchRoll.groupKind', '=', 'pupil')
    .whereRef('batchRoll.groupName', '=', 'releaseConsents.pupilId');
  return where.or([where('releaseConsents.how', '<>', 'roll'), where.exists(standsAlone)]);
}
