import { isoNow, type Clock } from '../lib/clock.ts';
import { newId } from '../lib/new-id.ts';
import type { Trx } from '../store/database.ts';

export interface NewJob {
  readonly kind: string;
  /** Ids and codes only; whatever the work needs is read when it runs. */
  readonly payload: Readonly<Record<string, string | number | boolean | null>>;
  /** Two open jobs never share a key: enqueuing a second one changes nothing. */
  readonly dedupeKey?: string;
  /** Higher first. Default 0. */
  readonly priority?: number;
  /** ISO time before which it is not claimed. Default now. */
  readonly runAfter?: string;
  /** Tries before it is given up, crashes included. Default 5. */
  readonly maxAttempts?: number;
}

/** Write a job in the transaction that makes it necessary. Returns its id, or undefined when an open twin exists. */
export async function enqueueJob(trx: Trx, clock: Clock, job: NewJob): Promise<string | undefined> {
  if (job.dedupeKey !== undefined) {
    const twin = await trx
      .selectFrom('jobs')
      .select('id')
      .where('dedupeKey', '=', job.dedupeKey)
      .where('state', 'in', ['waiting', 'running'])
      .executeTakeFirst();
    if (twin !== undefined) return undefined;
  }
  const id = newId();
  await trx
    .insertInto('jobs')
    .values({
      id,
      kind: job.kind,
      payloadJson: JSON.stringify(job.payload),
      dedupeKey: job.dedupeKey ?? null,
      state: 'waiting',
      priority: job.priority ?? 0,
      runAfter: job.runAfter ?? isoNow(clock),
      maxAttempts: job.maxAttempts ?? 5,
      createdAt: isoNow(clock),
    })
    .execute();
  return id;
}
