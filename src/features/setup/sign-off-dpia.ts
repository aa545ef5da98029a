import { enqueueRegisterChanged } from '../../jobs/enqueue-register-changed.ts';
import { enqueueTemplateRenewal } from '../../jobs/enqueue-template-renewal.ts';
import { AppError } from '../../lib/app-error.ts';
import { isoNow, isoToday } from '../../lib/clock.ts';
import { newId } from '../../lib/new-id.ts';
import type { Queryable } from '../../store/database.ts';
import { isMatchingOn } from '../../store/is-matching-on.ts';
import { recordAudit } from '../../store/record-audit.ts';
import { withTransaction } from '../../store/with-transaction.ts';
import type { SetupParts } from './parts.ts';

export interface SignOff {
  readonly signedByName: string;
  readonly signedByPosition: string;
  readonly signedOn: string;
  readonly reviewOn: string;
  readonly documentReference: string;
  readonly officerConsulted: string;
  readonly officerAdvice: string;
}

/** Whether matching is on, and the sign-off that stands. */
export async function readMatching(database: Queryable) {
  const row = await database
    .selectFrom('dpiaSignOffs')
    .select(['id', 'signedByName', 'signedByPosition', 'signedOn', 'reviewOn', 'documentReference'])
    .select(['officerConsulted', 'officerAdvice', 'recordedAt', 'withdrawnAt'])
    .where('withdrawnAt', 'is', null)
    .orderBy('recordedAt', 'desc')
    .limit(1)
    .executeTakeFirst();
  return { isMatchingOn: row !== undefined, signOff: row ?? null };
}

/** Record a sign-off; matching is on from now on. Throws `conflict` while another stands. */
export async function signOffDpia(
  parts: SetupParts,
  adminId: string,
  signOff: SignOff,
): Promise<{ readonly id: string }> {
  refuseDays(signOff, isoToday(parts.clock));
  return await withTransaction(parts.database, async (trx) => {
    if (await isMatchingOn(trx)) throw new AppError('conflict', { detail: 'withdraw the present sign-off first' });
    const id = newId();
    await trx
      .insertInto('dpiaSignOffs')
      .values({ id, ...signOff, recordedAt: isoNow(parts.clock), recordedBy: adminId })
      .execute();
    const subject = { kind: 'dpia', id } as const;
    const detail = { signedOn: signOff.signedOn, reviewOn: signOff.reviewOn };
    await recordAudit(trx, parts.clock, { actor: adminId, action: 'dpia/signed-off', subject, detail });
    await enqueueTemplateRenewal(trx, parts.clock);
    return { id };
  });
}

/** Withdraw the sign-off; matching is off. Throws `wrong-state` when none stands. */
export async function withdrawDpia(parts: SetupParts, personId: string, reason: string): Promise<void> {
  await withTransaction(parts.database, async (trx) => {
    const { signOff } = await readMatching(trx);
    if (signOff === null) throw new AppError('wrong-state');
    await trx
      .updateTable('dpiaSignOffs')
      .set({ withdrawnAt: isoNow(parts.clock), withdrawnBy: personId, withdrawalReason: reason })
      .where('id', '=', signOff.id)
      .execute();
    const subject = { kind: 'dpia', id: signOff.id } as const;
    await recordAudit(trx, parts.clock, { actor: personId, action: 'dpia/withdrawn', subject });
    await enqueueRegisterChanged(trx, parts.clock, null);
  });
}

function refuseDays(signOff: SignOff, today: string): void {
  const fields = [
    ...(signOff.signedOn > today ? [{ path: 'signedOn', message: 'must not lie in the future' }] : []),
    ...(signOff.reviewOn <= today ? [{ path: 'reviewOn', message: 'must lie in the future' }] : []),
  ];
  if (fields.length > 0) throw new AppError('invalid-input', { fields });
}
