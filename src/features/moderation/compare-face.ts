import type { ClaimedJob } from '../../jobs/job.ts';
import { isoToday } from '../../lib/clock.ts';
import type { AppError } from '../../lib/app-error.ts';
import type { Box } from '../../lib/geometry.ts';
import { factsReader } from '../../pipeline/facts-reader.ts';
import { whoToLookFor } from '../../pipeline/who-to-look-for.ts';
import { withPermittedFace } from '../../pipeline/with-permitted-match.ts';
import type { DrawnFaceSeen } from '../../policy/words/drawn-face.ts';
import type { Queryable, Trx } from '../../store/database.ts';
import { observedIn, readEvidence } from '../../store/evidence-rows.ts';
import { findPhoto, getPhoto } from '../../store/find-photo.ts';
import { judgeAgain } from './judge-again.ts';
import type { ModerationParts } from './parts.ts';

const judgeable = ['clear', 'flagged', 'approved'];

const faceIdOf = (job: ClaimedJob): string => (job.payload as { readonly faceId: string }).faceId;

/** A face that still waits; undefined when it was removed, compared already or went with its photo. */
async function findWaiting(database: Queryable, faceId: string) {
  return await database
    .selectFrom('drawnFaces')
    .select(['id', 'photoId', 'boxJson'])
    .where('id', '=', faceId)
    .where('removedAt', 'is', null)
    .where('seenJson', 'is', null)
    .executeTakeFirst();
}

/**
 * Compare a face that a moderator drew with the pupils who may not appear on the photo's channels, as far as each one's
 * biometric permission allows today. Returns what to write: what was seen, and the photo judged again.
 */
export async function compareFace(
  parts: ModerationParts,
  job: ClaimedJob,
  signal: AbortSignal,
): Promise<(trx: Trx) => Promise<void>> {
  const face = await findWaiting(parts.database, faceIdOf(job));
  if (face === undefined) return () => Promise.resolve();
  const seen = await observe(parts, face.photoId, JSON.parse(face.boxJson) as Box, signal);
  return (trx) => keepSeen(trx, parts, face.id, seen);
}

async function observe(
  { database, vault, sealer, clock, screening }: ModerationParts,
  photoId: string,
  box: Box,
  signal: AbortSignal,
): Promise<DrawnFaceSeen> {
  const photo = await getPhoto(database, photoId);
  if (photo.cleanFileId === null) return { status: 'not-compared', why: 'there is no clean copy to look at' };
  const day = isoToday(clock);
  const compare = await whoToLookFor({ database, sealer, screening }, await factsReader(database, day)(photo), day);
  if ('off' in compare) return { status: 'not-compared', why: compare.off };
  const found = observedIn(await readEvidence(database, { photoId, outputId: null }), 'faces') ?? [];
  const known = found.map((face) => face.box);
  return await vault.withPlainCopy({ kind: 'clean', id: photo.cleanFileId }, (path) =>
    screening().compareDrawnFace({ path, box, known, compare }, signal),
  );
}

/** Write what was seen and what follows. A photo that is being made anew is judged when that is done. */
async function keepSeen(trx: Trx, { clock }: ModerationParts, faceId: string, observed: DrawnFaceSeen): Promise<void> {
  const face = await findWaiting(trx, faceId);
  if (face === undefined) return;
  const seen = await withPermittedFace(trx, observed, isoToday(clock));
  const seenJson = JSON.stringify(seen);
  await trx.updateTable('drawnFaces').set({ seenJson }).where('id', '=', faceId).execute();
  const photo = await findPhoto(trx, face.photoId);
  if (photo === undefined || !judgeable.includes(photo.state)) return;
  const detail = { face: faceId, compared: seen.status === 'compared' };
  await judgeAgain(trx, clock, photo, { actor: 'system', action: 'photo/face-compared', detail });
}

/** A face that cannot be compared leaves everybody to the line-up, with the reason. */
export async function giveUpFace(trx: Trx, parts: ModerationParts, job: ClaimedJob, error: AppError): Promise<void> {
  await keepSeen(trx, parts, faceIdOf(job), { status: 'not-compared', why: `the comparison failed: ${error.message}` });
}
