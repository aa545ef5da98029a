import type { SignedIn } from '../../http/signed-in.ts';
import { enqueueJob } from '../../jobs/enqueue-job.ts';
import { settleBatch } from '../../jobs/settle-batch.ts';
import { AppError, type FieldProblem } from '../../lib/app-error.ts';
import { isoNow, isoToday } from '../../lib/clock.ts';
import { clampBox, type Box, type Quad } from '../../lib/geometry.ts';
import { newId } from '../../lib/new-id.ts';
import { headOutline } from '../../pipeline/covering/head-outline.ts';
import type { Recipe } from '../../pipeline/covering/recipe.ts';
import { judgeStoredPhoto } from '../../pipeline/judge-stored-photo.ts';
import { moveOn, type PhotoState } from '../../policy/lifecycle.ts';
import type { Trx } from '../../store/database.ts';
import { updatePhoto, type Photo } from '../../store/find-photo.ts';
import { recordAudit } from '../../store/record-audit.ts';
import { withTransaction } from '../../store/with-transaction.ts';
import { checkOutputKind } from './check-output-kind.ts';
import { discardOutput } from './discard-output.ts';
import { readFaces } from './read-faces.ts';
import { getPhotoToDecide } from './store.ts';
import type { ModerationParts } from './parts.ts';

const leastCropPx = 64;

/** What to cover and where to crop; numbers and positions are of the photo as uploaded. */
export interface PictureChange {
  readonly version: number;
  readonly faces: readonly number[];
  readonly drawnFaces: readonly string[];
  readonly areas: readonly Quad[];
  readonly crop: Box | null;
}

/**
 * Cover or crop a photo. The new picture is made and checked by a job; until then the photo is received again, so it
 * cannot be approved. Whoever was not ruled out on the photo as uploaded is looked for anew. `isUnseen`:
 * this was asked for without looking at the photo, so a person must look at what comes of it. Throws as `getPhotoToDecide`
 * does, `invalid-input` naming what to mend, `wrong-state`.
 */
export async function changePicture(
  { database, clock, wakeJobs }: ModerationParts,
  person: SignedIn,
  photoId: string,
  change: PictureChange,
  isUnseen = false,
): Promise<{ readonly outputId: string; readonly version: number }> {
  const made = await withTransaction(database, async (trx) => {
    const photo = await getPhotoToDecide(trx, person, photoId, change.version);
    if (photo.cleanFileId === null) throw new AppError('wrong-state', { detail: 'there is no clean copy to change' });
    const { verdict, block } = await judgeStoredPhoto(trx, photo, isoToday(clock));
    const facts = { uploaderId: photo.uploadedBy, verdict: verdict.verdict, block, overrideAskedBy: null };
    const actor = { id: person.accountId, roles: person.roles };
    const moved = moveOn(photo.state as PhotoState, 'change-picture', actor, facts);
    // What only the safeguarding lead may handle is never covered up and released.
    if (!moved.allowed || block === 'quarantine') {
      throw new AppError('wrong-state', { detail: moved.allowed ? 'this photo cannot be used' : moved.why });
    }
    const recipe = await readRecipeFrom(trx, photo, change);
    const outputId = await replaceOutput(trx, photo, recipe, {
      by: person.accountId,
      at: isoNow(clock),
      isUnseen,
    });
    const stateChangedAt = isoNow(clock);
    await updatePhoto(trx, photo, { state: moved.next, currentOutputId: outputId, stateChangedAt });
    const subject = { kind: 'photo', id: photoId } as const;
    const detail = { output: outputId, heads: recipe.heads.length, areas: recipe.areas.length };
    const action = recipe.heads.length + recipe.areas.length > 0 ? 'photo/covered' : 'photo/cropped';
    await recordAudit(trx, clock, { actor: person.accountId, action, subject, detail });
    const dedupeKey = `${checkOutputKind}/${outputId}`;
    await enqueueJob(trx, clock, { kind: checkOutputKind, payload: { outputId }, dedupeKey, priority: 5 });
    await settleBatch(trx, clock, photo.batchId);
    return { outputId, version: photo.version + 1 };
  });
  wakeJobs();
  return made;
}

async function readRecipeFrom(trx: Trx, photo: Photo, change: PictureChange): Promise<Recipe> {
  const { found, drawn } = await readFaces(trx, photo.id);
  const fields: FieldProblem[] = [
    ...change.faces.flatMap((face, index) =>
      found[face - 1] === undefined ? [{ path: `faces.${index}`, message: 'is not the number of a face' }] : [],
    ),
    ...change.drawnFaces.flatMap((id, index) =>
      drawn.has(id) ? [] : [{ path: `drawnFaces.${index}`, message: 'is not a face drawn by hand' }],
    ),
    ...cropProblems(photo, change.crop),
  ];
  const isNothing = change.faces.length + change.drawnFaces.length + change.areas.length === 0 && change.crop === null;
  if (isNothing) fields.push({ path: 'faces', message: 'must name something to cover, or crop' });
  if (fields.length > 0) throw new AppError('invalid-input', { fields });
  const heads = [
    ...change.faces.map((face) => headOutline(found[face - 1]!.box, found[face - 1]!.landmarks)),
    ...change.drawnFaces.map((id) => headOutline(drawn.get(id)!, null)),
  ];
  return { heads, areas: change.areas, drawnFaces: change.drawnFaces, crop: change.crop };
}

function cropProblems(photo: Photo, crop: Box | null): FieldProblem[] {
  if (crop === null) return [];
  const { width, height } = clampBox(crop, photo.width ?? 0, photo.height ?? 0);
  if (Math.min(width, height) >= leastCropPx) return [];
  return [{ path: 'crop', message: `must leave at least ${leastCropPx} pixels of the photo each way` }];
}

async function replaceOutput(
  trx: Trx,
  photo: Photo,
  recipe: Recipe,
  made: { readonly by: string; readonly at: string; readonly isUnseen: boolean },
): Promise<string> {
  await discardOutput(trx, photo.id, made.at);
  const id = newId();
  const hasCovers = recipe.heads.length + recipe.areas.length > 0;
  const kind = recipe.crop === null ? 'cover' : hasCovers ? 'cover-and-crop' : 'crop';
  await trx
    .insertInto('photoOutputs')
    .values({
      ...{ id, photoId: photo.id, kind, recipeJson: JSON.stringify(recipe), checkState: 'waiting' },
      ...{ madeBy: made.by, madeAt: made.at, isUnseen: made.isUnseen ? 1 : 0 },
    })
    .execute();
  return id;
}
