import type { SignedIn } from '../../http/signed-in.ts';
import { quarantinePhoto } from '../../jobs/quarantine-photo.ts';
import { settleBatch } from '../../jobs/settle-batch.ts';
import { AppError } from '../../lib/app-error.ts';
import { isoNow, isoToday, type Clock } from '../../lib/clock.ts';
import { newId } from '../../lib/new-id.ts';
import { judgeStoredPhoto, type Judged } from '../../pipeline/judge-stored-photo.ts';
import { moveOn, type PhotoState } from '../../policy/lifecycle.ts';
import { whoMayNotAppear } from '../../policy/matching/who-may-not-appear.ts';
import { newConcerns } from '../../policy/new-concerns.ts';
import type { Trx } from '../../store/database.ts';
import { updatePhoto, type Photo } from '../../store/find-photo.ts';
import { recordAudit } from '../../store/record-audit.ts';
import { rejectedPictures } from '../../store/rejected-pictures.ts';
import type { DecisionRow } from '../../store/tables/photo-tables.ts';
import { insertVerdict, readVerdict } from '../../store/verdict-rows.ts';
import { withTransaction } from '../../store/with-transaction.ts';
import { eachOfMany, type SeenPhoto } from './each-of-many.ts';
import { findOpenOverride, getPhotoToDecide, isLead } from './store.ts';
import type { ModerationParts } from './parts.ts';

/** What a person decides, and why. */
export interface Decision {
  readonly decision: 'approve' | 'reject';
  readonly reasonCode: string;
  readonly note: string;
}

/** A photo after a decision. */
export interface Moved {
  readonly state: PhotoState;
  readonly version: number;
}

type DecideParts = Pick<ModerationParts, 'database' | 'clock' | 'wakeJobs'>;

/**
 * Decide the picture as it is now. What is approved is judged once more by the register of this moment; when that finds
 * something the moderator has not seen, the new verdict is kept and the decision is not. Throws `own-upload`,
 * `changed-meanwhile`, `wrong-state` (saying what is missing, or who may), `second-person-needed`.
 */
export async function decidePhoto(
  parts: DecideParts,
  person: SignedIn,
  photoId: string,
  given: Decision & { readonly version: number },
): Promise<Moved> {
  const moved = await withTransaction(parts.database, async (trx) => {
    const photo = await getPhotoToDecide(trx, person, photoId, given.version);
    const judged = await judgeStoredPhoto(trx, photo, isoToday(parts.clock));
    if (given.decision === 'approve') {
      if (await hasNewConcerns(trx, photo, judged)) {
        await keepVerdict(trx, parts, photo, judged);
        return undefined;
      }
      requireLeadForRestricted(person, judged);
      await requireComplete(trx, photo, judged);
    }
    const override = await findOpenOverride(trx, photo);
    return await writeDecision(trx, parts, person, photo, judged, given, override?.askedBy ?? null);
  });
  parts.wakeJobs();
  if (moved === undefined) throw new AppError('changed-meanwhile', { detail: 'the photo was judged again' });
  return moved;
}

async function hasNewConcerns(trx: Trx, photo: Photo, { verdict, standings }: Judged): Promise<boolean> {
  return newConcerns(await readVerdict(trx, photo.currentVerdictId), { ...verdict, standings }).length > 0;
}

async function keepVerdict(trx: Trx, { clock }: DecideParts, photo: Photo, judged: Judged): Promise<void> {
  const picture = { photoId: photo.id, outputId: photo.currentOutputId };
  const currentVerdictId = await insertVerdict(trx, clock, picture, { ...judged, cause: 'replay' });
  const quarantine = await quarantinePhoto(trx, clock, photo, judged.verdict);
  await updatePhoto(trx, photo, { currentVerdictId, ...quarantine });
  const subject = { kind: 'photo', id: photo.id } as const;
  const detail = { verdict: judged.verdict.verdict };
  await recordAudit(trx, clock, { actor: 'system', action: 'photo/judged-again', subject, detail });
}

/**
 * What may show a pupil under a restriction is for the safeguarding lead, however unsure it is: saying "not this pupil" of
 * it is theirs alone, and approving says the same without a word.
 */
function requireLeadForRestricted(person: SignedIn, { verdict, facts }: Judged): void {
  if (isLead(person)) return;
  const register = whoMayNotAppear(facts);
  const named = verdict.findings.flatMap((finding) => (finding.severity === 'note' ? [] : (finding.pupils ?? [])));
  if (!named.some((pupil) => register.get(pupil)?.reason === 'restricted')) return;
  const detail = 'it may show somebody who may never appear: cover, crop or reject it, or ask the safeguarding lead';
  throw new AppError('wrong-state', { detail });
}

/** Nothing may be approved before everybody was looked for and a changed picture was checked. */
async function requireComplete(trx: Trx, photo: Photo, { verdict }: Judged): Promise<void> {
  if (photo.cleanFileId === null) throw new AppError('wrong-state', { detail: 'there is no clean copy to release' });
  const left = verdict.coverage.lineUp.length;
  if (left > 0) throw new AppError('wrong-state', { detail: `answer the line-up first: ${left} left` });
  const waiting = await trx
    .selectFrom('drawnFaces')
    .select('id')
    .where('photoId', '=', photo.id)
    .where('removedAt', 'is', null)
    .where('seenJson', 'is', null)
    .executeTakeFirst();
  if (waiting !== undefined) {
    throw new AppError('wrong-state', { detail: 'a face drawn by hand is being compared; try again in a moment' });
  }
  if (photo.currentOutputId === null) return;
  const output = await trx
    .selectFrom('photoOutputs')
    .select('checkState')
    .where('id', '=', photo.currentOutputId)
    .executeTakeFirstOrThrow();
  if (output.checkState !== 'passed') {
    throw new AppError('wrong-state', { detail: 'the covered or cropped picture has not passed its check' });
  }
}

async function nameDecision(trx: Trx, photo: Photo, decision: Decision['decision']): Promise<DecisionRow['decision']> {
  if (decision === 'reject' || photo.currentOutputId === null) return decision;
  const { kind } = await trx
    .selectFrom('photoOutputs')
    .select('kind')
    .where('id', '=', photo.currentOutputId)
    .executeTakeFirstOrThrow();
  return kind === 'crop' ? 'crop' : 'approve-with-covers';
}

/** Move the photo, and write the decision with its batch and audit. Throws `wrong-state`, `second-person-needed`. */
export async function writeDecision(
  trx: Trx,
  { clock }: DecideParts,
  person: SignedIn,
  photo: Photo,
  { verdict, block }: Judged,
  given: Decision,
  overrideAskedBy: string | null,
): Promise<Moved> {
  const actor = { id: person.accountId, roles: person.roles };
  const facts = { uploaderId: photo.uploadedBy, verdict: verdict.verdict, block, overrideAskedBy };
  const moved = moveOn(photo.state as PhotoState, given.decision, actor, facts);
  if (!moved.allowed) {
    const needsSecond = given.decision === 'approve' && block === 'ordinary' && photo.state === 'flagged';
    throw new AppError(needsSecond ? 'second-person-needed' : 'wrong-state', { detail: moved.why });
  }
  const decision = await nameDecision(trx, photo, given.decision);
  const { id: photoId, currentVerdictId: verdictId, currentOutputId: outputId } = photo;
  const { reasonCode, note: reasonNote } = given;
  await trx
    .insertInto('decisions')
    .values({
      ...{ id: newId(), photoId, verdictId, outputId, decision, reasonCode, reasonNote },
      ...{ decidedBy: person.accountId, decidedAt: isoNow(clock) },
    })
    .execute();
  if (decision === 'reject') await rejectedPictures.remember(trx, clock, photo);
  if (block === 'ordinary' && decision !== 'reject') await agreeToOverride(trx, clock, photoId, person.accountId);
  await updatePhoto(trx, photo, { state: moved.next, stateChangedAt: isoNow(clock) });
  const subject = { kind: 'photo', id: photoId } as const;
  const detail = { decision, reason: reasonCode, verdict: verdict.verdict, output: outputId };
  await recordAudit(trx, clock, { actor: person.accountId, action: 'photo/decided', subject, detail });
  await settleBatch(trx, clock, photo.batchId);
  return { state: moved.next, version: photo.version + 1 };
}

/** Approving what another asked to override is the second person's agreement. */
async function agreeToOverride(trx: Trx, clock: Clock, photoId: string, accountId: string): Promise<void> {
  await trx
    .updateTable('overrides')
    .set({ answeredBy: accountId, answeredAt: isoNow(clock), answer: 'agreed' })
    .where('photoId', '=', photoId)
    .where('answer', 'is', null)
    .execute();
  const subject = { kind: 'photo', id: photoId } as const;
  const detail = { answer: 'agreed' };
  await recordAudit(trx, clock, { actor: accountId, action: 'photo/override-answered', subject, detail });
}

/** Decide some easy photos at once; what is not easy is refused one by one, with the reason. */
export async function decidePhotos(
  parts: DecideParts,
  person: SignedIn,
  given: Decision & { readonly photos: readonly SeenPhoto[] },
) {
  return await eachOfMany(given.photos, async ({ photoId, version }) => {
    if (given.decision === 'approve') await requireLooked(parts, photoId);
    return await decidePhoto(parts, person, photoId, { ...given, version });
  });
}

/** Covers that nobody has looked at are looked at one by one. */
async function requireLooked({ database }: DecideParts, photoId: string): Promise<void> {
  const unseen = await database
    .selectFrom('photos')
    .innerJoin('photoOutputs', 'photoOutputs.id', 'photos.currentOutputId')
    .select('photos.id')
    .where('photos.id', '=', photoId)
    .where('photoOutputs.isUnseen', '=', 1)
    .executeTakeFirst();
  if (unseen !== undefined) {
    throw new AppError('wrong-state', { detail: 'its faces were covered without a look at it: open it' });
  }
}

/** Take the last decision back. Throws `own-upload`, `changed-meanwhile`, `wrong-state` once released. */
export async function undoDecision(
  { database, clock }: DecideParts,
  person: SignedIn,
  photoId: string,
  version: number,
): Promise<Moved> {
  return await withTransaction(database, async (trx) => {
    const photo = await getPhotoToDecide(trx, person, photoId, version);
    const { verdict, block } = await judgeStoredPhoto(trx, photo, isoToday(clock));
    const facts = { uploaderId: photo.uploadedBy, verdict: verdict.verdict, block, overrideAskedBy: null };
    const actor = { id: person.accountId, roles: person.roles };
    const moved = moveOn(photo.state as PhotoState, 'undo-decision', actor, facts);
    if (!moved.allowed) throw new AppError('wrong-state', { detail: moved.why });
    await trx
      .updateTable('decisions')
      .set({ undoneAt: isoNow(clock), undoneBy: person.accountId })
      .where('photoId', '=', photoId)
      .where('undoneAt', 'is', null)
      .execute();
    await rejectedPictures.forget(trx, photoId);
    await updatePhoto(trx, photo, { state: moved.next, stateChangedAt: isoNow(clock) });
    const subject = { kind: 'photo', id: photoId } as const;
    await recordAudit(trx, clock, { actor: person.accountId, action: 'photo/decision-undone', subject });
    await settleBatch(trx, clock, photo.batchId);
    return { state: moved.next, version: version + 1 };
  });
}
