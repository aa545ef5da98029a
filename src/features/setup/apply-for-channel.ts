import { enqueueRegisterChanged } from '../../jobs/enqueue-register-changed.ts';
import { AppError } from '../../lib/app-error.ts';
import { isoNow } from '../../lib/clock.ts';
import { newId } from '../../lib/new-id.ts';
import type { Profile } from '../../policy/words/people.ts';
import { recordAudit } from '../../store/record-audit.ts';
import { withTransaction } from '../../store/with-transaction.ts';
import { getChannel, requireActiveAccounts } from './channel-store.ts';
import type { SetupParts } from './parts.ts';

/** What may change while a channel is open. */
export interface ChannelSettings {
  readonly name: string;
  readonly profile: Profile;
  readonly maxLongEdgePx: number;
  readonly namesAllowed: boolean;
  readonly noRecordMeans: 'refused' | 'permitted';
  readonly accountUrl: string | null;
}

export interface ChannelApplication extends ChannelSettings {
  readonly id: string;
  readonly kind: string;
  readonly audience: 'public' | 'closed';
  readonly aim: string;
  readonly intendedAudience: string;
  readonly promotion: string;
  readonly audienceReason: string;
  readonly policyUrl: string;
  readonly staff: readonly string[];
}

/** Apply for a channel. Throws `conflict` for a taken id or name, `too-few-staff` for the same person named twice. */
export async function applyForChannel(parts: SetupParts, adminId: string, application: ChannelApplication) {
  const { staff, namesAllowed, ...fields } = application;
  const named = [...new Set(staff)];
  if (named.length < 2) throw new AppError('too-few-staff');
  return await withTransaction(parts.database, async (trx) => {
    await requireActiveAccounts(trx, staff, (index) => `staff.${index}`);
    const taken = await trx
      .selectFrom('channels')
      .select(['id', 'name'])
      .where((either) => either.or([either('id', '=', fields.id), either('name', '=', fields.name)]))
      .executeTakeFirst();
    if (taken !== undefined) {
      const path = taken.id === fields.id ? 'id' : 'name';
      throw new AppError('conflict', { fields: [{ path, message: 'belongs to another channel' }] });
    }
    const now = isoNow(parts.clock);
    await trx
      .insertInto('channels')
      .values({ ...fields, namesAllowed: namesAllowed ? 1 : 0, state: 'applied', appliedAt: now, appliedBy: adminId })
      .execute();
    const rows = named.map((accountId) => ({
      ...{ id: newId(), channelId: fields.id, accountId, namedAt: now, namedBy: adminId },
    }));
    await trx.insertInto('channelStaff').values(rows).execute();
    const subject = { kind: 'channel', id: fields.id } as const;
    await recordAudit(trx, parts.clock, {
      actor: adminId,
      action: 'channel/applied',
      subject,
      detail: { staff: named },
    });
    return { id: fields.id };
  });
}

/** Change how a channel is run. Throws `not-found`, `wrong-state` for a closed one, `conflict` for a taken name. */
export async function changeChannel(
  parts: SetupParts,
  adminId: string,
  channelId: string,
  settings: ChannelSettings,
): Promise<void> {
  await withTransaction(parts.database, async (trx) => {
    const channel = await getChannel(trx, channelId);
    if (channel.state === 'closed') throw new AppError('wrong-state');
    const other = await trx
      .selectFrom('channels')
      .select('id')
      .where('name', '=', settings.name)
      .where('id', '<>', channelId)
      .executeTakeFirst();
    if (other !== undefined) {
      throw new AppError('conflict', { fields: [{ path: 'name', message: 'belongs to another channel' }] });
    }
    await trx
      .updateTable('channels')
      .set({ ...settings, namesAllowed: settings.namesAllowed ? 1 : 0 })
      .where('id', '=', channelId)
      .execute();
    const { profile, namesAllowed, noRecordMeans } = settings;
    const subject = { kind: 'channel', id: channelId } as const;
    const detail = { profile, namesAllowed, noRecordMeans };
    await recordAudit(trx, parts.clock, { actor: adminId, action: 'channel/changed', subject, detail });
    await enqueueRegisterChanged(trx, parts.clock, null);
  });
}
