import { AppError } from '../../lib/app-error.ts';
import { isoNow } from '../../lib/clock.ts';
import { newId } from '../../lib/new-id.ts';
import { recordAudit } from '../../store/record-audit.ts';
import { sealContext } from '../../store/sealed-columns.ts';
import { withTransaction } from '../../store/with-transaction.ts';
import type { RegisterParts } from './parts.ts';
import { getPupil } from './store.ts';

/** Warn against contacting somebody about a pupil. Throws `not-found`. */
export async function warnAboutContact(
  parts: RegisterParts,
  personId: string,
  pupilId: string,
  note: string,
): Promise<{ readonly id: string }> {
  const id = newId();
  await withTransaction(parts.database, async (trx) => {
    await getPupil(trx, pupilId);
    const recorded = { recordedAt: isoNow(parts.clock), recordedBy: personId, liftedAt: null, liftedBy: null };
    await trx
      .insertInto('contactWarnings')
      .values({ id, pupilId, sealedNote: parts.sealer.sealText(sealContext('contact-warning', id), note), ...recorded })
      .execute();
    const subject = { kind: 'contact-warning', id } as const;
    await recordAudit(trx, parts.clock, { actor: personId, action: 'contact-warning/recorded', subject });
  });
  return { id };
}

/** A pupil's warnings with their notes, newest first, for the safeguarding lead. Throws `not-found`. */
export async function listContactWarnings({ database, sealer }: RegisterParts, pupilId: string) {
  await getPupil(database, pupilId);
  const rows = await database
    .selectFrom('contactWarnings')
    .selectAll()
    .where('pupilId', '=', pupilId)
    .orderBy('id', 'desc')
    .execute();
  return rows.map(({ id, sealedNote, recordedAt, liftedAt }) => ({
    id,
    note: sealer.openText(sealContext('contact-warning', id), sealedNote),
    recordedAt,
    liftedAt,
  }));
}

/** Lift a warning. Throws `not-found`, also when it was lifted before. */
export async function liftContactWarning(parts: RegisterParts, personId: string, warningId: string): Promise<void> {
  await withTransaction(parts.database, async (trx) => {
    const row = await trx
      .updateTable('contactWarnings')
      .set({ liftedAt: isoNow(parts.clock), liftedBy: personId })
      .where('id', '=', warningId)
      .where('liftedAt', 'is', null)
      .returning('id')
      .executeTakeFirst();
    if (row === undefined) throw new AppError('not-found');
    const subject = { kind: 'contact-warning', id: warningId } as const;
    await recordAudit(trx, parts.clock, { actor: personId, action: 'contact-warning/lifted', subject });
  });
}
