import { AppError } from '../../lib/app-error.ts';
import { isoNow } from '../../lib/clock.ts';
import { recordAudit } from '../../store/record-audit.ts';
import { changeRegister } from './change-register.ts';
import type { RegisterParts } from './parts.ts';

/**
 * An answer was recorded by mistake: for the wrong pupil, or never given. It stays on record and counts for nothing, as if
 * it had not been there. Throws `not-found`, or `wrong-state` when that was said before.
 */
export async function retractConsent(parts: RegisterParts, personId: string, consentId: string): Promise<void> {
  const row = await parts.database
    .selectFrom('consents')
    .select('pupilId')
    .where('id', '=', consentId)
    .executeTakeFirst();
  if (row === undefined) throw new AppError('not-found');
  const { pupilId } = row;
  await changeRegister(parts, { pupilId, actor: personId }, async (trx) => {
    const { numUpdatedRows } = await trx
      .updateTable('consents')
      .set({ retractedAt: isoNow(parts.clock), retractedBy: personId })
      .where('id', '=', consentId)
      .where('retractedAt', 'is', null)
      .executeTakeFirstOrThrow();
    if (numUpdatedRows === 0n) throw new AppError('wrong-state');
    const subject = { kind: 'pupil', id: pupilId } as const;
    const audited = { actor: personId, action: 'consent/retracted', subject, detail: { consentId } } as const;
    await recordAudit(trx, parts.clock, audited);
    return { result: undefined };
  });
}
