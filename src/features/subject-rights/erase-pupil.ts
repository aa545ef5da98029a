import { AppError } from '../../lib/app-error.ts';
import { isoNow, isoToday, type Clock } from '../../lib/clock.ts';
import { newId } from '../../lib/new-id.ts';
import { enqueueJob } from '../../jobs/enqueue-job.ts';
import type { SignedIn } from '../../http/signed-in.ts';
import type { Trx } from '../../store/database.ts';
import { recordAudit } from '../../store/record-audit.ts';
import { withTransaction } from '../../store/with-transaction.ts';
import { eraseRows } from './erase-rows.ts';
import { findMentions } from './find-mentions.ts';
import { findTraces } from './find-traces.ts';
import { finishErasureKind } from './finish-erasure-kind.ts';
import { forgetInPhotos } from './forget-in-photos.ts';
import { openTakedowns } from './open-takedowns.ts';
import type { Proof, SubjectRightsParts } from './parts.ts';

/** These keep the bare id for ever: they say that the pupil was erased, and hold no word about them. */
const keepsId = ['audit_events.subject_id', 'audit_events.detail_json', 'erasures.pupil_id', 'jobs.payload_json'];

/**
 * Erases a pupil at a person's wish. The number is typed again because there is no way back. Throws `not-found`,
 * `invalid-input` for another number, `not-allowed` when a restriction holds and the person is not the safeguarding lead.
 */
export async function askErasure(
  parts: SubjectRightsParts,
  person: SignedIn,
  { pupilId, schoolNumber }: { readonly pupilId: string; readonly schoolNumber: string },
): Promise<{ readonly id: string }> {
  const { database, clock } = parts;
  const id = await withTransaction(database, async (trx) => {
    const pupil = await trx.selectFrom('pupils').select('schoolNumber').where('id', '=', pupilId).executeTakeFirst();
    if (pupil === undefined) throw new AppError('not-found');
    if (pupil.schoolNumber !== schoolNumber) {
      throw new AppError('invalid-input', {
        fields: [{ path: 'schoolNumber', message: 'is not this pupil’s number' }],
      });
    }
    if (!person.roles.includes('dsl')) await refuseRestricted(trx, clock, pupilId);
    return await erasePupil(trx, clock, { pupilId, askedBy: person.accountId });
  });
  parts.wakeJobs();
  return { id };
}

/** Whoever keeps a child off every picture must be the one to take that protection away. */
async function refuseRestricted(trx: Trx, clock: Clock, pupilId: string): Promise<void> {
  const today = isoToday(clock);
  const standing = await trx
    .selectFrom('restrictions')
    .select('endsOn')
    .where('pupilId', '=', pupilId)
    .where('liftedAt', 'is', null)
    .execute();
  if (standing.some(({ endsOn }) => endsOn === null || endsOn >= today)) {
    throw new AppError('not-allowed', { detail: 'a restriction holds: only the safeguarding lead erases this pupil' });
  }
}

/**
 * Erases a pupil in one transaction and proves it before it is committed: every text column of every table is searched
 * for the pupil's ids, and one that is left undoes the whole. The files go right after it, by a job that survives a
 * crash. Returns the id of the erasure.
 */
export async function erasePupil(
  trx: Trx,
  clock: Clock,
  { pupilId, askedBy }: { readonly pupilId: string; readonly askedBy: string | null },
): Promise<string> {
  const pupil = await trx.selectFrom('pupils').selectAll().where('id', '=', pupilId).executeTakeFirst();
  if (pupil === undefined) throw new AppError('not-found');
  const takedowns = await openTakedowns(trx, clock, pupilId);
  const photos = await forgetInPhotos(trx, pupilId);
  const { rows, files, ids } = await eraseRows(trx, clock, { pupilId, schoolNumber: pupil.schoolNumber });
  const { traces, placesSearched } = await findTraces(trx, ids);
  const left = traces.filter(({ place }) => !keepsId.includes(place));
  if (left.length > 0) {
    throw new AppError('internal', { cause: new Error(`still held in ${left.map(({ place }) => place).join(', ')}`) });
  }
  const names = [pupil.firstName, pupil.preferredName].filter((name) => name !== null);
  const mentions = await findMentions(
    trx,
    names.map((name) => `${name} ${pupil.lastName}`),
  );
  const proof: Proof = { rows, files, placesSearched, mentions, photos, takedowns };
  const id = newId();
  const proofJson = JSON.stringify(proof);
  const erasure = { id, pupilId, askedAt: isoNow(clock), askedBy, finishedAt: null, proofJson };
  await trx.insertInto('erasures').values(erasure).execute();
  await recordAudit(trx, clock, {
    actor: askedBy ?? 'system',
    action: 'pupil/erased',
    subject: { kind: 'pupil', id: pupilId },
    detail: { erasure: id, files: files.length, photos: photos.length, takedowns: takedowns.length },
  });
  await enqueueJob(trx, clock, { kind: finishErasureKind, payload: { erasureId: id }, dedupeKey: id, maxAttempts: 20 });
  return id;
}
