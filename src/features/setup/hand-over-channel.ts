import { openTakedown } from '../../jobs/open-takedown.ts';
import { AppError } from '../../lib/app-error.ts';
import { isoNow } from '../../lib/clock.ts';
import { newId } from '../../lib/new-id.ts';
import type { Trx } from '../../store/database.ts';
import { recordAudit } from '../../store/record-audit.ts';
import { withTransaction } from '../../store/with-transaction.ts';
import { findPublished, getChannel, requireActiveAccounts, requireTwoStaff, staffByChannel } from './channel-store.ts';
import type { SetupParts } from './parts.ts';

/** Name another member of staff, for a closed channel too: its takedowns need somebody. Throws `conflict` when named already. */
export async function nameChannelStaff(
  parts: SetupParts,
  adminId: string,
  channelId: string,
  accountId: string,
): Promise<void> {
  await withTransaction(parts.database, async (trx) => {
    await getChannel(trx, channelId);
    await addStaff(trx, parts, { adminId, channelId, accountId, path: 'accountId' });
    const subject = { kind: 'channel', id: channelId } as const;
    const detail = { account: accountId };
    await recordAudit(trx, parts.clock, { actor: adminId, action: 'channel/staff-named', subject, detail });
  });
}

/** Somebody leaves a channel, perhaps to a colleague. Throws `too-few-staff` when fewer than two would remain on one in use. */
export async function handOverChannel(
  parts: SetupParts,
  adminId: string,
  channelId: string,
  handover: { readonly from: string; readonly to: string | null },
): Promise<void> {
  const { from, to } = handover;
  await withTransaction(parts.database, async (trx) => {
    const { state } = await getChannel(trx, channelId);
    if (to !== null) await addStaff(trx, parts, { adminId, channelId, accountId: to, path: 'to' });
    const { numUpdatedRows } = await trx
      .updateTable('channelStaff')
      .set({ leftAt: isoNow(parts.clock), handedOverTo: to, leftRecordedBy: adminId })
      .where('channelId', '=', channelId)
      .where('accountId', '=', from)
      .where('leftAt', 'is', null)
      .executeTakeFirstOrThrow();
    if (numUpdatedRows === 0n) {
      throw new AppError('invalid-input', { fields: [{ path: 'from', message: 'is not named for this channel' }] });
    }
    if (state !== 'closed') await requireTwoStaff(trx, channelId);
    const subject = { kind: 'channel', id: channelId } as const;
    await recordAudit(trx, parts.clock, {
      actor: adminId,
      action: 'channel/handed-over',
      subject,
      detail: { from, to },
    });
  });
}

/**
 * Close a channel. Nobody looks after it from now on, so what is published there must come down: a takedown for each.
 * Throws `wrong-state` when it is closed already.
 */
export async function closeChannel(
  parts: SetupParts,
  adminId: string,
  channelId: string,
  reason: string,
): Promise<void> {
  await withTransaction(parts.database, async (trx) => {
    const { state } = await getChannel(trx, channelId);
    if (state === 'closed') throw new AppError('wrong-state');
    await trx
      .updateTable('channels')
      .set({ state: 'closed', closedAt: isoNow(parts.clock), closedBy: adminId, closingReason: reason, reviewOn: null })
      .where('id', '=', channelId)
      .execute();
    const subject = { kind: 'channel', id: channelId } as const;
    await recordAudit(trx, parts.clock, { actor: adminId, action: 'channel/closed', subject });
    for (const release of await findPublished(trx, channelId)) {
      await openTakedown(trx, parts.clock, release, { cause: 'channel-closed', pupilId: null, actor: adminId });
    }
  });
}

async function addStaff(
  trx: Trx,
  parts: SetupParts,
  named: { readonly adminId: string; readonly channelId: string; readonly accountId: string; readonly path: string },
): Promise<void> {
  const { adminId, channelId, accountId, path } = named;
  await requireActiveAccounts(trx, [accountId], () => path);
  const staff = (await staffByChannel(trx)).get(channelId) ?? [];
  if (staff.some((member) => member.id === accountId)) {
    throw new AppError('conflict', { fields: [{ path, message: 'is named for this channel already' }] });
  }
  await trx
    .insertInto('channelStaff')
    .values({ id: newId(), channelId, accountId, namedAt: isoNow(parts.clock), namedBy: adminId })
    .execute();
}
