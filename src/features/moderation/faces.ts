import type { SignedIn } from '../../http/signed-in.ts';
import { enqueueJob } from '../../jobs/enqueue-job.ts';
import { AppError } from '../../lib/app-error.ts';
import { isoNow } from '../../lib/clock.ts';
import { clampBox, type Box } from '../../lib/geometry.ts';
import { newId } from '../../lib/new-id.ts';
import { readAnswers } from '../../pipeline/judge-stored-photo.ts';
import { withDrawnFaces } from '../../policy/with-drawn-faces.ts';
import { whoMayNotAppear } from '../../policy/matching/who-may-not-appear.ts';
import { observedIn, readEvidence } from '../../store/evidence-rows.ts';
import { answerPhoto, type Answered } from './answer-photo.ts';
import { compareFaceKind } from './compare-face-kind.ts';
import { isLead } from './store.ts';
import type { ModerationParts } from './parts.ts';

/** Draw a face that was not found; a job compares it, as those that were found were. Throws `invalid-input` outside the picture, and as `answerPhoto` does. */
export async function drawFace(
  parts: ModerationParts,
  person: SignedIn,
  photoId: string,
  { version, box }: { readonly version: number; readonly box: Box },
): Promise<Answered> {
  return await answerPhoto(parts, person, photoId, version, async (trx, photo) => {
    const inside = clampBox(box, photo.width ?? 0, photo.height ?? 0);
    if (inside.width < 1 || inside.height < 1) {
      throw new AppError('invalid-input', { fields: [{ path: 'box', message: 'must be inside the photo' }] });
    }
    const id = newId();
    const drawn = { drawnBy: person.accountId, drawnAt: isoNow(parts.clock) };
    await trx
      .insertInto('drawnFaces')
      .values({ id, photoId, boxJson: JSON.stringify(inside), ...drawn })
      .execute();
    const dedupeKey = `${compareFaceKind}/${id}`;
    await enqueueJob(trx, parts.clock, { kind: compareFaceKind, payload: { faceId: id }, dedupeKey, priority: 6 });
    return { action: 'photo/face-drawn', detail: { face: id } };
  });
}

/** Take back a face drawn by hand. Throws `not-found`, and as `answerPhoto` does. */
export async function removeFace(
  parts: ModerationParts,
  person: SignedIn,
  { photoId, faceId }: { readonly photoId: string; readonly faceId: string },
  version: number,
): Promise<Answered> {
  return await answerPhoto(parts, person, photoId, version, async (trx) => {
    const { numUpdatedRows } = await trx
      .updateTable('drawnFaces')
      .set({ removedAt: isoNow(parts.clock), removedBy: person.accountId })
      .where('id', '=', faceId)
      .where('photoId', '=', photoId)
      .where('removedAt', 'is', null)
      .executeTakeFirstOrThrow();
    if (numUpdatedRows === 0n) throw new AppError('not-found');
    return { action: 'photo/face-removed', detail: { face: faceId } };
  });
}

/**
 * Say that a face is not the pupil it was taken for. It counts for this photo alone and trains nothing. For a pupil
 * under a restriction only the safeguarding lead may say so, because it would otherwise be a way round the restriction.
 * Throws `invalid-input` unless the face resembles the pupil, `not-allowed`, and as `answerPhoto` does.
 */
export async function sayNotThisPupil(
  parts: ModerationParts,
  person: SignedIn,
  photoId: string,
  said: { readonly version: number; readonly face: number; readonly pupilId: string; readonly reason: string },
): Promise<Answered> {
  const { face, pupilId, reason } = said;
  return await answerPhoto(parts, person, photoId, said.version, async (trx, _photo, { facts }) => {
    const { drawnFaces } = await readAnswers(trx, { id: photoId, currentOutputId: null });
    const evidence = withDrawnFaces(await readEvidence(trx, { photoId, outputId: null }), drawnFaces);
    const box = observedIn(evidence, 'faces')?.[face - 1]?.box;
    const candidates = observedIn(evidence, 'match')?.faces[face - 1]?.candidates ?? [];
    const entry = whoMayNotAppear(facts).get(pupilId);
    const isLike = candidates.some((one) => one.pupil === pupilId && one.score >= facts.policy.match.possible);
    if (box === undefined || entry === undefined || !isLike) {
      throw new AppError('invalid-input', {
        fields: [{ path: 'pupilId', message: 'is not a pupil this face was taken for' }],
      });
    }
    if (entry.reason === 'restricted' && !isLead(person)) throw new AppError('not-allowed');
    await trx
      .insertInto('notThisPupil')
      .values({
        ...{ id: newId(), photoId, pupilId, subject: `face ${face}`, boxJson: JSON.stringify(box), reason },
        ...{ saidBy: person.accountId, saidAt: isoNow(parts.clock) },
      })
      .execute();
    return { action: 'photo/not-this-pupil', detail: { pupil: pupilId, face } };
  });
}

/**
 * Take back that a face is not the pupil it was taken for: the likeness counts again. Anybody who may decide the photo may
 * do so, because it only ever adds care. Throws `not-found`, and as `answerPhoto` does.
 */
export async function takeBackNotThisPupil(
  parts: ModerationParts,
  person: SignedIn,
  { photoId, saidId }: { readonly photoId: string; readonly saidId: string },
  version: number,
): Promise<Answered> {
  return await answerPhoto(parts, person, photoId, version, async (trx) => {
    const row = await trx
      .updateTable('notThisPupil')
      .set({ withdrawnAt: isoNow(parts.clock), withdrawnBy: person.accountId })
      .where('id', '=', saidId)
      .where('photoId', '=', photoId)
      .where('withdrawnAt', 'is', null)
      .returning('pupilId')
      .executeTakeFirst();
    if (row === undefined) throw new AppError('not-found');
    return { action: 'photo/not-this-pupil-taken-back', detail: { pupil: row.pupilId } };
  });
}
