import type { Clock } from '../lib/clock.ts';
import type { Trx } from '../store/database.ts';
import { enqueueJob } from './enqueue-job.ts';

/** The kind of job that makes templates of other nets again from the reference photos. */
export const renewTemplatesKind = 'renew-templates';

/**
 * Look whether the nets are still those that made the templates, of those with ids after one. Asked for whenever that, or
 * who may be compared, can have changed: at a start, when matching is switched on, and once a night.
 */
export async function enqueueTemplateRenewal(trx: Trx, clock: Clock, after = ''): Promise<void> {
  const any = await trx.selectFrom('faceTemplates').select('id').where('id', '>', after).limit(1).executeTakeFirst();
  if (any === undefined) return;
  const dedupeKey = [renewTemplatesKind, after].join('/');
  await enqueueJob(trx, clock, { kind: renewTemplatesKind, payload: { after }, dedupeKey });
}
