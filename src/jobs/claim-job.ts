import { isoFromNow, isoNow, type Clock } from '../lib/clock.ts';
import { newId } from '../lib/new-id.ts';
import type { Database } from '../store/database.ts';
import type { JobRow } from '../store/tables/operation-tables.ts';
import type { ClaimedJob } from './job.ts';

/**
 * Take the next job of these kinds: waiting and due, or running under a lease that ran out because its process died.
 * One statement, so two processes never take the same job. The try is counted now, so that a job which kills its process
 * every time is given up in the end. Undefined when there is nothing to do.
 */
export async function claimJob(
  database: Database,
  clock: Clock,
  claim: { readonly kinds: readonly string[]; readonly leaseMs: number },
): Promise<ClaimedJob | undefined> {
  const now = isoNow(clock);
  const row = await database
    .updateTable('jobs')
    .set((update) => ({
      state: 'running' as const,
      attempts: update('attempts', '+', 1),
      leaseToken: newId(),
      leasedUntil: isoFromNow(clock, claim.leaseMs),
    }))
    .where('id', '=', (where) =>
      where
        .selectFrom('jobs')
        .select('id')
        .where('kind', 'in', claim.kinds)
        .where((either) =>
          either.or([
            either('state', '=', 'waiting').and('runAfter', '<=', now),
            either('state', '=', 'running').and('leasedUntil', '<', now),
          ]),
        )
        .orderBy('priority', 'desc')
        .orderBy('runAfter')
        .orderBy('id')
        .limit(1),
    )
    .returning(['id', 'kind', 'payloadJson', 'attempts', 'maxAttempts', 'leaseToken'])
    .executeTakeFirst();
  return row === undefined ? undefined : claimedJobOf(row);
}

function claimedJobOf(
  row: Pick<JobRow, 'id' | 'kind' | 'payloadJson' | 'maxAttempts' | 'leaseToken'> & { attempts: number },
): ClaimedJob {
  return {
    id: row.id,
    kind: row.kind,
    payload: JSON.parse(row.payloadJson) as unknown,
    attempt: row.attempts,
    maxAttempts: row.maxAttempts,
    leaseToken: row.leaseToken!,
  };
}
