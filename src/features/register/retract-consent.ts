import { AppError } from '../../lib/app-error.ts';
import { recordAudit } from '../../store/record-audit.ts';
import { changeRegister } from './change-register.ts';
import type { RegisterParts } from './parts.ts';
import { daysOf, retractAnswers } from './retract-answers.ts';

/**
 * An answer was recorded by mistake: for the wrong pupil, or never given. It stays on record and counts for nothing, as if
 * it had not been there; where a list has said the same since, that counts in its place. Throws `not-found`, or `wrong-state` when that was said before.
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
    const { retracted, instead } = await retractAnswers(trx, parts.clock, { actor: personId, ids: [consentId] });
    if (retracted === 0) throw new AppError('wrong-state');
    const subject = { kind: 'pupil', id: pupilId } as const;
    const detail = { consentId, instead: instead.map(({ id }) => id) };
    await recordAudit(trx, parts.clock, { actor: personId, action: 'consent/retracted', subject, detail });
    return { result: undefined, effectiveDays: daysOf(instead) };
  });
}
