import type { SignedIn } from '../../http/signed-in.ts';
import { erasePhoto } from '../../jobs/erase-photo.ts';
import { removePhoto } from '../../jobs/remove-photo.ts';
import { settleBatch } from '../../jobs/settle-batch.ts';
import { AppError } from '../../lib/app-error.ts';
import { isoNow, type Clock } from '../../lib/clock.ts';
import { updatePhoto, type Photo } from '../../store/find-photo.ts';
import { recordAudit } from '../../store/record-audit.ts';
import { rejectedPictures } from '../../store/rejected-pictures.ts';
import { sealContext } from '../../store/sealed-columns.ts';
import { withTransaction } from '../../store/with-transaction.ts';
import { getPhotoToDecide } from './store.ts';
import type { ModerationParts } from './parts.ts';
import type { Trx } from '../../store/database.ts';

const out = ['released', 'takedown-due', 'taken-down'];

/**
 * Record what came of a quarantined photo. It is never used: it is rejected, and deleted at once when asked for; one that
 * had left before stays a takedown. The note is sealed for the lead. Throws `not-found`, `own-upload`, `changed-meanwhile`, `wrong-state`.
 */
export async function closeQuarantine(
  { database, vault, sealer, clock }: ModerationParts,
  person: SignedIn,
  photoId: string,
  given: {
    readonly outcome: 'not-of-concern' | 'deleted' | 'reported';
    readonly note: string;
    readonly version: number;
  },
): Promise<undefined> {
  const { outcome, note } = given;
  const files = await withTransaction(database, async (trx) => {
    const photo = await getPhotoToDecide(trx, person, photoId, given.version);
    const open = await getOpenCase(trx, photoId);
    const subject = { kind: 'photo', id: photoId } as const;
    const event = { actor: person.accountId, action: 'photo/quarantine-closed', subject, detail: { outcome } } as const;
    await recordAudit(trx, clock, event);
    if (outcome !== 'not-of-concern') await rejectedPictures.remember(trx, clock, photo);
    // What has left keeps its journey: it must come down, or has.
    const isOut = out.includes(photo.state);
    if (outcome === 'deleted') return await (isOut ? removePhoto : erasePhoto)(trx, clock, photo, person.accountId);
    await trx
      .updateTable('quarantines')
      .set({ closedAt: isoNow(clock), closedBy: person.accountId, outcome })
      .set({ sealedNote: sealer.sealText(sealContext('quarantine', open.id), note) })
      .where('id', '=', open.id)
      .execute();
    if (!isOut) await rejectPhoto(trx, clock, photo);
    return [];
  });
  for (const file of files) await vault.erase(file);
  return undefined;
}

async function getOpenCase(trx: Trx, photoId: string): Promise<{ readonly id: string }> {
  const open = await trx
    .selectFrom('quarantines')
    .select('id')
    .where('photoId', '=', photoId)
    .where('closedAt', 'is', null)
    .executeTakeFirst();
  if (open === undefined) throw new AppError('wrong-state');
  return open;
}

async function rejectPhoto(trx: Trx, clock: Clock, photo: Photo): Promise<void> {
  await updatePhoto(trx, photo, { state: 'rejected', stateChangedAt: isoNow(clock) });
  await settleBatch(trx, clock, photo.batchId);
}
