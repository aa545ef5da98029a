import { isoNow, type Clock } from '../lib/clock.ts';
import type { Trx } from '../store/database.ts';
import { recordAudit } from '../store/record-audit.ts';
import { announceEvent } from './announce-event.ts';

const undecided = ['received', 'screening', 'flagged'];

/**
 * Call after every change of a photo's state, in its transaction: a submitted batch whose last photo was decided
 * becomes `decided`, and one that has an undecided photo again goes back to `submitted`.
 */
export async function settleBatch(trx: Trx, clock: Clock, batchId: string): Promise<void> {
  const batch = await trx.selectFrom('batches').selectAll().where('id', '=', batchId).executeTakeFirst();
  if (batch?.state !== 'submitted' && batch?.state !== 'decided') return;
  const open = await trx
    .selectFrom('photos')
    .select('id')
    .where('batchId', '=', batchId)
    .where('state', 'in', undecided)
    .limit(1)
    .executeTakeFirst();
  const state = open === undefined ? 'decided' : 'submitted';
  if (batch.state === state) return;
  const decidedAt = state === 'decided' ? isoNow(clock) : null;
  await trx
    .updateTable('batches')
    .set({ state, decidedAt, version: batch.version + 1 })
    .where('id', '=', batchId)
    .execute();
  const subject = { kind: 'batch', id: batchId } as const;
  const action = state === 'decided' ? 'batch/decided' : 'batch/changed';
  await recordAudit(trx, clock, { actor: 'system', action, subject, detail: { state } });
  if (state === 'decided') await announceEvent(trx, clock, 'batch.decided', { batchId });
}
