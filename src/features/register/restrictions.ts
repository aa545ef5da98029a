import { AppError } from '../../lib/app-error.ts';
import { isoNow, isoToday } from '../../lib/clock.ts';
import { newId } from '../../lib/new-id.ts';
import { addDays } from '../../lib/school-day.ts';
import { restrictionFromRecord } from '../../policy/register/consents-from-record.ts';
import { recordAudit } from '../../store/record-audit.ts';
import { sealContext } from '../../store/sealed-columns.ts';
import { withTransaction } from '../../store/with-transaction.ts';
import { changeRegister } from './change-register.ts';
import type { RegisterParts } from './parts.ts';
import { getPupil } from './store.ts';

/** A pupil's restrictions, newest first, reasons left sealed. Throws `not-found`. */
export async function listRestrictions({ database, clock }: RegisterParts, pupilId: string) {
  await getPupil(database, pupilId);
  const today = isoToday(clock);
  const rows = await database
    .selectFrom('restrictions')
    .select(['id', 'pupilId', 'startsOn', 'endsOn', 'recordedAt', 'liftedAt'])
    .where('pupilId', '=', pupilId)
    .orderBy('id', 'desc')
    .execute();
  return rows.map((row) => {
    const { id, startsOn, endsOn, recordedAt, liftedAt } = row;
    const { from, liftedOn } = restrictionFromRecord(row);
    const isInForce = from <= today && (liftedOn === undefined || liftedOn > today);
    return { id, startsOn, endsOn, recordedAt, liftedAt, isInForce };
  });
}

/** Record a restriction. Throws `not-found` or `invalid-input`. */
export async function recordRestriction(
  parts: RegisterParts,
  personId: string,
  pupilId: string,
  { reason, startsOn, endsOn }: { readonly reason: string; readonly startsOn: string; readonly endsOn: string | null },
): Promise<{ readonly id: string }> {
  if (endsOn !== null && endsOn < startsOn) {
    throw new AppError('invalid-input', { fields: [{ path: 'endsOn', message: 'must not lie before startsOn' }] });
  }
  const { result } = await changeRegister(parts, { pupilId, actor: personId }, async (trx) => {
    const id = newId();
    const recorded = { recordedAt: isoNow(parts.clock), recordedBy: personId, liftedAt: null, liftedBy: null };
    const sealedReason = parts.sealer.sealText(sealContext('restriction', id), reason);
    await trx
      .insertInto('restrictions')
      .values({ id, pupilId, sealedReason, startsOn, endsOn, ...recorded })
      .execute();
    const subject = { kind: 'restriction', id } as const;
    const detail = { startsOn, endsOn };
    await recordAudit(trx, parts.clock, { actor: personId, action: 'restriction/recorded', subject, detail });
    return { result: { id }, effectiveDays: [startsOn, ...(endsOn === null ? [] : [addDays(endsOn, 1)])] };
  });
  return result;
}

async function getRestriction({ database }: RegisterParts, id: string) {
  const row = await database.selectFrom('restrictions').selectAll().where('id', '=', id).executeTakeFirst();
  if (row === undefined) throw new AppError('not-found');
  return row;
}

/** The reason in words, for the safeguarding lead; that it was read is recorded. Throws `not-found`. */
export async function readReason(
  parts: RegisterParts,
  personId: string,
  restrictionId: string,
): Promise<{ readonly reason: string }> {
  const row = await getRestriction(parts, restrictionId);
  await withTransaction(parts.database, (trx) =>
    recordAudit(trx, parts.clock, {
      actor: personId,
      action: 'restriction/read',
      subject: { kind: 'restriction', id: restrictionId },
    }),
  );
  return { reason: parts.sealer.openText(sealContext('restriction', restrictionId), row.sealedReason) };
}

/** Lift a restriction. Throws `not-found`, or `wrong-state` when it was lifted before. */
export async function liftRestriction(parts: RegisterParts, personId: string, restrictionId: string): Promise<void> {
  const { pupilId } = await getRestriction(parts, restrictionId);
  await changeRegister(parts, { pupilId, actor: personId }, async (trx) => {
    const { numUpdatedRows } = await trx
      .updateTable('restrictions')
      .set({ liftedAt: isoNow(parts.clock), liftedBy: personId })
      .where('id', '=', restrictionId)
      .where('liftedAt', 'is', null)
      .executeTakeFirstOrThrow();
    if (numUpdatedRows === 0n) throw new AppError('wrong-state');
    const subject = { kind: 'restriction', id: restrictionId } as const;
    await recordAudit(trx, parts.clock, { actor: personId, action: 'restriction/lifted', subject });
    return { result: undefined };
  });
}
