import type { ExpressionBuilder } from 'kysely';
import type { Tables } from '../../store/tables/index.ts';

/** Whether a release's last takedown ended with the word that it cannot be removed: it is still out there. */
export function couldNotBeRemoved(where: ExpressionBuilder<Tables, 'releases'>) {
  return where.exists(
    where
      .selectFrom('takedowns as ended')
      .select('ended.id')
      .whereRef('ended.releaseId', '=', 'releases.id')
      .whereRef('ended.doneAt', '=', 'releases.takenDownAt')
      .where('ended.outcome', '=', 'cannot-be-removed'),
  );
}
