import type { BodyOf } from '../../contract/endpoint.ts';
import type { disclosureEndpoints } from '../../contract/disclosures.ts';
import { AppError } from '../../lib/app-error.ts';
import { isoNow, isoToday } from '../../lib/clock.ts';
import { newId } from '../../lib/new-id.ts';
import type { Trx } from '../../store/database.ts';
import { recordAudit } from '../../store/record-audit.ts';
import { withTransaction } from '../../store/with-transaction.ts';
import type { DisclosureParts } from './parts.ts';
import { sealNote } from './sealed-note.ts';

type NewDisclosure = BodyOf<typeof disclosureEndpoints.record>;

/** What it is about, as it stands in the table. Throws `not-found` for a photo that never was in quarantine. */
async function findSubject(trx: Trx, about: NewDisclosure['about']) {
  if (about.kind === 'restriction') {
    const { restrictionId } = about;
    const row = await trx
      .selectFrom('restrictions')
      .select('pupilId')
      .where('id', '=', restrictionId)
      .executeTakeFirst();
    if (row === undefined) throw new AppError('not-found');
    return { pupilId: row.pupilId, restrictionId, photoId: null };
  }
  const { photoId, pupilId } = about;
  const held = await trx.selectFrom('quarantines').select('id').where('photoId', '=', photoId).executeTakeFirst();
  if (held === undefined) throw new AppError('not-found');
  if (pupilId !== null) {
    const pupil = await trx.selectFrom('pupils').select('id').where('id', '=', pupilId).executeTakeFirst();
    if (pupil === undefined) throw new AppError('not-found', { detail: 'the pupil' });
  }
  return { pupilId, restrictionId: null, photoId };
}

/** Record a disclosure for good. Throws `not-found`, `invalid-input` for a day to come. */
export async function recordDisclosure(
  { database, sealer, clock }: DisclosureParts,
  personId: string,
  { about, toKind, disclosedOn, ...note }: NewDisclosure,
): Promise<{ readonly id: string }> {
  if (disclosedOn > isoToday(clock)) {
    throw new AppError('invalid-input', { fields: [{ path: 'disclosedOn', message: 'must not lie in the future' }] });
  }
  return await withTransaction(database, async (trx) => {
    const subject = await findSubject(trx, about);
    const id = newId();
    const recorded = { recordedAt: isoNow(clock), recordedBy: personId };
    const sealedNote = sealNote(sealer, id, note);
    await trx
      .insertInto('disclosures')
      .values({ id, ...subject, toKind, sealedNote, disclosedOn, ...recorded })
      .execute();
    const isPhoto = subject.photoId !== null;
    await recordAudit(trx, clock, {
      actor: personId,
      action: isPhoto ? 'photo/disclosed' : 'restriction/disclosed',
      subject: isPhoto ? { kind: 'photo', id: subject.photoId } : { kind: 'restriction', id: subject.restrictionId },
      detail: { disclosureId: id, toKind, disclosedOn },
    });
    return { id };
  });
}
