import type { Recipe } from '../../pipeline/covering/recipe.ts';
import { headOutline } from '../../pipeline/covering/head-outline.ts';
import type { Evidence, Face } from '../../policy/words/evidence.ts';
import type { Facts } from '../../policy/words/rule.ts';
import type { Queryable } from '../../store/database.ts';
import { observedIn, readEvidence } from '../../store/evidence-rows.ts';
import type { Photo } from '../../store/find-photo.ts';
import { describeMarks, toQuad } from './describe-marks.ts';

/** The covered or cropped picture that a photo stands for now, how it was made and what was found in it; or null. */
export async function describeOutput(database: Queryable, photo: Photo, facts: Facts, today: string) {
  if (photo.currentOutputId === null) return null;
  const row = await database
    .selectFrom('photoOutputs')
    .select(['id', 'kind', 'checkState', 'checkReason', 'previewFileId', 'recipeJson', 'width', 'height'])
    .where('id', '=', photo.currentOutputId)
    .executeTakeFirstOrThrow();
  const { id, kind, checkState, checkReason } = row;
  const original = await readEvidence(database, { photoId: photo.id, outputId: null });
  const evidence = await readEvidence(database, { photoId: photo.id, outputId: id });
  return {
    ...{ id, kind, checkState, checkReason },
    ...{ hasPreview: row.previewFileId !== null, widthPx: row.width, heightPx: row.height },
    change: changeOf(JSON.parse(row.recipeJson) as Recipe, original),
    ...describeMarks(evidence, facts, today),
  };
}

/** What somebody asked for, from the recipe it became: a face is covered where its head is among the recipe's. */
function changeOf({ heads, areas, drawnFaces, crop }: Recipe, original: Evidence) {
  const filled = new Set(heads.map((head) => JSON.stringify(head)));
  const isFilled = (face: Face): boolean => filled.has(JSON.stringify(headOutline(face.box, face.landmarks)));
  const faces = (observedIn(original, 'faces') ?? []).flatMap((face, index) => (isFilled(face) ? [index + 1] : []));
  return { faces, drawnFaces: [...drawnFaces], areas: areas.map(toQuad), crop };
}
