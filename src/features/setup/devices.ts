import { AppError } from '../../lib/app-error.ts';
import { isoNow } from '../../lib/clock.ts';
import { newId } from '../../lib/new-id.ts';
import type { Queryable } from '../../store/database.ts';
import { recordAudit } from '../../store/record-audit.ts';
import { withTransaction } from '../../store/with-transaction.ts';
import type { SetupParts } from './parts.ts';

export interface NewDevice {
  readonly make: string;
  readonly model: string;
  readonly serial: string | null;
  readonly label: string;
}

/** Devices in use. */
export async function listDevices(database: Queryable) {
  return await database
    .selectFrom('schoolDevices')
    .select(['id', 'make', 'model', 'serial', 'label', 'addedAt'])
    .where('retiredAt', 'is', null)
    .orderBy('label')
    .orderBy('id')
    .execute();
}

/** Add a device. Throws `conflict` when the same one is on the list. */
export async function addDevice(
  parts: SetupParts,
  adminId: string,
  device: NewDevice,
): Promise<{ readonly id: string }> {
  return await withTransaction(parts.database, async (trx) => {
    const key = (one: Pick<NewDevice, 'make' | 'model' | 'serial'>): string =>
      JSON.stringify([one.make, one.model, one.serial]).toLowerCase();
    const devices = await listDevices(trx);
    if (devices.some((one) => key(one) === key(device))) throw new AppError('conflict');
    const id = newId();
    await trx
      .insertInto('schoolDevices')
      .values({ id, ...device, addedAt: isoNow(parts.clock), addedBy: adminId })
      .execute();
    const subject = { kind: 'device', id } as const;
    await recordAudit(trx, parts.clock, { actor: adminId, action: 'device/added', subject });
    return { id };
  });
}

/** Take a device off the list. Throws `not-found`. */
export async function retireDevice(parts: SetupParts, adminId: string, deviceId: string): Promise<void> {
  await withTransaction(parts.database, async (trx) => {
    const { numUpdatedRows } = await trx
      .updateTable('schoolDevices')
      .set({ retiredAt: isoNow(parts.clock) })
      .where('id', '=', deviceId)
      .where('retiredAt', 'is', null)
      .executeTakeFirstOrThrow();
    if (numUpdatedRows === 0n) throw new AppError('not-found');
    const subject = { kind: 'device', id: deviceId } as const;
    await recordAudit(trx, parts.clock, { actor: adminId, action: 'device/retired', subject });
  });
}
