import { blockKindOf } from '../policy/block-kind.ts';
import { judgeWithAnswers, type PeopleAnswers } from '../policy/judge-with-answers.ts';
import type { PhotoFacts } from '../policy/lifecycle.ts';
import { intersectionArea, type Box } from '../lib/geometry.ts';
import type { DrawnFaceSeen } from '../policy/words/drawn-face.ts';
import type { Evidence } from '../policy/words/evidence.ts';
import type { Verdict } from '../policy/words/finding.ts';
import type { Queryable } from '../store/database.ts';
import { readEvidence } from '../store/evidence-rows.ts';
import type { Photo } from '../store/find-photo.ts';
import type { Recipe } from './covering/recipe.ts';
import { factsReader, type DayFacts, type ReadFacts } from './facts-reader.ts';
import { wasRejectedBefore } from './was-rejected-before.ts';
import { moveFace } from './move-face.ts';

/** A photo judged anew; nothing is written. */
export interface Judged extends DayFacts {
  readonly verdict: Verdict;
  readonly block: PhotoFacts['block'];
  readonly evidence: Evidence;
}

/** How the picture as it is now was made from the photo; null for the photo as uploaded. */
export async function readRecipe(database: Queryable, photo: Pick<Photo, 'currentOutputId'>): Promise<Recipe | null> {
  return (await readMaking(database, photo))?.recipe ?? null;
}

async function readMaking(database: Queryable, { currentOutputId }: Pick<Photo, 'currentOutputId'>) {
  if (currentOutputId === null) return null;
  const { recipeJson, isUnseen } = await database
    .selectFrom('photoOutputs')
    .select(['recipeJson', 'isUnseen'])
    .where('id', '=', currentOutputId)
    .executeTakeFirstOrThrow();
  return { recipe: JSON.parse(recipeJson) as Recipe, isUnseen: isUnseen === 1 };
}

/**
 * What people said about the picture as it is now. Their boxes are of the photo as uploaded: they are moved with a crop,
 * and a drawn face that a cover hides or a crop cut off is no longer asked about.
 */
export async function readAnswers(
  database: Queryable,
  photo: Pick<Photo, 'id' | 'currentOutputId'>,
): Promise<PeopleAnswers> {
  const making = await readMaking(database, photo);
  const recipe = making?.recipe ?? null;
  const lineUp = await database
    .selectFrom('lineUpAnswers')
    .select(['pupilId', 'answer'])
    .where('photoId', '=', photo.id)
    .where('replacedAt', 'is', null)
    .execute();
  const denied = await database
    .selectFrom('notThisPupil')
    .select(['pupilId', 'boxJson'])
    .where('photoId', '=', photo.id)
    .where('withdrawnAt', 'is', null)
    .execute();
  const drawn = await database
    .selectFrom('drawnFaces')
    .select(['id', 'boxJson', 'seenJson'])
    .where('photoId', '=', photo.id)
    .where('removedAt', 'is', null)
    .orderBy('id')
    .execute();
  return {
    lineUp,
    notThisPupil: denied.map(({ pupilId, boxJson }) => ({ pupilId, box: moveBox(JSON.parse(boxJson) as Box, recipe) })),
    drawnFaces: drawn
      .filter(({ id }) => recipe?.drawnFaces.includes(id) !== true)
      .map(({ boxJson, seenJson }) => ({ box: JSON.parse(boxJson) as Box, seen: readSeen(seenJson) }))
      .filter(({ box }) => recipe?.crop == null || intersectionArea(box, recipe.crop) > 0)
      .map(({ box, seen }) => ({ box: moveBox(box, recipe), seen: moveSeen(seen, recipe) })),
    areCoversUnseen: making?.isUnseen ?? false,
  };
}

/** What was kept of comparing a drawn face; null while it waits. */
export function readSeen(seenJson: string | null): DrawnFaceSeen | null {
  return seenJson === null ? null : (JSON.parse(seenJson) as DrawnFaceSeen);
}

function moveSeen(seen: DrawnFaceSeen | null, recipe: Recipe | null): DrawnFaceSeen | null {
  if (seen?.status !== 'compared' || recipe?.crop == null) return seen;
  const { crop } = recipe;
  return { ...seen, face: moveFace(seen.face, -Math.floor(crop.x), -Math.floor(crop.y)) };
}

function moveBox(box: Box, recipe: Recipe | null): Box {
  if (recipe?.crop == null) return box;
  return { ...box, x: box.x - Math.floor(recipe.crop.x), y: box.y - Math.floor(recipe.crop.y) };
}

/**
 * Judge a photo's picture as it is now from stored evidence: the register, roll and policy of an ISO day, and what
 * people answered. No models; nothing is written. For replays, answers, changed captions. Many photos of one day share
 * one `readFacts`.
 */
export async function judgeStoredPhoto(
  database: Queryable,
  photo: Photo,
  day: string,
  readFacts: ReadFacts = factsReader(database, day),
): Promise<Judged> {
  const evidence = await readEvidence(database, { photoId: photo.id, outputId: photo.currentOutputId });
  return await judgeEvidence(database, photo, evidence, day, readFacts);
}

/** The same with evidence that is not stored yet. */
export async function judgeEvidence(
  database: Queryable,
  photo: Photo,
  evidence: Evidence,
  day: string,
  readFacts: ReadFacts = factsReader(database, day),
): Promise<Judged> {
  const known = await readFacts(photo);
  const answers = {
    ...(await readAnswers(database, photo)),
    wasRejected: await wasRejectedBefore(database, photo, evidence),
  };
  const verdict = judgeWithAnswers(evidence, known.facts, answers);
  return { ...known, verdict, block: blockKindOf(verdict, known.facts), evidence };
}
