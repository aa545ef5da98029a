import { AppError } from '../../lib/app-error.ts';
import type { Queryable } from '../../store/database.ts';
import { renewTemplatesKind } from '../../jobs/enqueue-template-renewal.ts';

/**
 * Throws `templates-renewing` while templates are made again: a new photo cannot be compared yet with pupils whose turn has
 * not come, and somebody else's face would be enrolled unseen.
 */
export async function refuseWhileRenewing(database: Queryable): Promise<void> {
  const open = await database
    .selectFrom('jobs')
    .select('id')
    .where('kind', '=', renewTemplatesKind)
    .where('state', 'in', ['waiting', 'running'])
    .limit(1)
    .executeTakeFirst();
  if (open !== undefined) throw new AppError('templates-renewing');
}
