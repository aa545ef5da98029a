import type { Queryable } from './database.ts';
import { findRestoredAt } from './find-restored-at.ts';

/** When the pupil list was last known to be right; null when it is not, and since which restore that is so. */
export interface PupilListDate {
  readonly checkedAt: string | null;
  readonly restoredAt: string | null;
}

/**
 * When the pupil list was last known to be right: the newest applied import of pupils, or the newest confirmation that
 * nothing has changed. An import that was undone takes with it whatever was confirmed while it stood, and a restore all
 * that was confirmed before it: what was recorded since the backup is missing. Older than the policy's limit means: nothing
 * may be released.
 */
export async function findPupilListDate(database: Queryable): Promise<PupilListDate> {
  const row = await database
    .selectFrom('imports')
    .select('appliedAt')
    .where('kind', 'in', ['pupils-csv', 'confirmed-current'])
    .where('state', '=', 'applied')
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('imports as undone')
            .select('undone.id')
            .where('undone.kind', '=', 'pupils-csv')
            .where('undone.undoneAt', 'is not', null)
            .whereRef('undone.appliedAt', '<=', 'imports.appliedAt')
            .whereRef('undone.undoneAt', '>=', 'imports.appliedAt'),
        ),
      ),
    )
    .orderBy('appliedAt', 'desc')
    .limit(1)
    .executeTakeFirst();
  const [checkedAt, restoredAt] = [row?.appliedAt ?? null, await findRestoredAt(database)];
  const isOlder = checkedAt === null || (restoredAt !== null && checkedAt <= restoredAt);
  return isOlder ? { checkedAt: null, restoredAt } : { checkedAt, restoredAt: null };
}
