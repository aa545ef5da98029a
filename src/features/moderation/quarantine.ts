import type { SignedIn } from '../../http/signed-in.ts';
import { erasePhoto } from '../../jobs/erase-photo.ts';
import { removePhoto } from '../../jobs/remove-photo.ts';
import { settleBatch } from '../../jobs/settle-batch.ts';
import { AppError } from '../../lib/app-error.ts';
import { isoNow } from '../../lib/clock.ts';
import type { Finding } from '../../policy/words/finding.ts';
import { updatePhoto, type Photo } from '../../store/find-photo.ts';
import { recordAudit } from '../../store/record-audit.ts';
import { rejectedPictures } from '../../store/rejected-pictures.ts';
import { sealContext } from '../../store/sealed-columns.ts';
import { withTransaction } from '../../store/with-transaction.ts';
import { getPhotoToDecide } from './store.ts';
import type { ModerationParts } from './parts.ts';

/** Photos in quarantine, the oldest first: facts and reasons, no picture. For the safeguarding lead. */
export async function readQuarantine({ database }: Pick<ModerationParts, 'database'>) {
  const rows = await database
    .selectFrom('quarantines')
    .innerJoin('photos', 'photos.id', 'quarantines.photoId')
    .innerJoin('batches', 'batches.id', 'photos.batchId')
    .innerJoin('accounts', 'accounts.id', 'photos.uploadedBy')
    .leftJoin('verdicts', 'verdicts.id', 'photos.currentVerdictId')
    .select(['photos.id', 'photos.version', 'batches.title', 'accounts.displayName', 'quarantines.openedAt'])
    .select('verdicts.findingsJson')
    .where('quarantines.closedAt', 'is', null)
    .orderBy('quarantines.id')
    .execute();
  const reasonsOf = (json: string | null): string[] =>
    (JSON.parse(json ?? '[]') as readonly Finding[])
      .filter((finding) => finding.severity === 'block')
      .map((finding) => finding.reason);
  const photos = rows.map((row) => ({
    ...{ photoId: row.id, batchTitle: row.title, uploadedBy: row.displayName, openedAt: row.openedAt },
    ...{ reasons: reasonsOf(row.findingsJson), version: row.version },
  }));
  return { photos };
}

const out = ['released', 'takedown-due', 'taken-down'];
const isOut = ({ state }: Pick<Photo, 'state'>): boolean => out.includes(state);

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
    const open = await trx
      .selectFrom('quarantines')
      .select('id')
      .where('photoId', '=', photoId)
      .where('closedAt', 'is', null)
      .executeTakeFirst();
    if (open === undefined) throw new AppError('wrong-state');
    const subject = { kind: 'photo', id: photoId } as const;
    const event = { actor: person.accountId, action: 'photo/quarantine-closed', subject, detail: { outcome } } as const;
    await recordAudit(trx, clock, event);
    if (outcome !== 'not-of-concern') await rejectedPictures.remember(trx, clock, photo);
    if (outcome === 'deleted') {
      const erase = isOut(photo) ? removePhoto : erasePhoto;
      return await erase(trx, clock, photo, person.accountId);
    }
    await trx
      .updateTable('quarantines')
      .set({ closedAt: isoNow(clock), closedBy: person.accountId, outcome })
      .set({ sealedNote: sealer.sealText(sealContext('quarantine', open.id), note) })
      .where('id', '=', open.id)
      .execute();
    // What has left keeps its journey: it must come down, or has.
    if (isOut(photo)) return [];
    await updatePhoto(trx, photo, { state: 'rejected', stateChangedAt: isoNow(clock) });
    await settleBatch(trx, clock, photo.batchId);
    return [];
  });
  for (const file of files) await vault.erase(file);
  return undefined;
}
