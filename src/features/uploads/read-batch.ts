import type { SignedIn } from '../../http/signed-in.ts';
import type { PhotoState } from '../../policy/lifecycle.ts';
import type { Database, Queryable } from '../../store/database.ts';
import { shownToUploader } from '../../policy/shown-to-uploader.ts';
import type { Finding } from '../../policy/words/finding.ts';
import type { AnsweredQuestion } from '../../policy/words/handling-policy.ts';
import { countPhotos, findChannels, getVisibleBatch, seesQuarantined, shownState } from './store.ts';

/** A batch with its photos, for somebody who may see it. Throws `not-found`. */
export async function readBatch(database: Database, person: SignedIn, batchId: string) {
  const batch = await getVisibleBatch(database, person, batchId);
  const { id, title, eventDate, createdAt, caption, altText, uploadedBy } = batch;
  const seesAll = seesQuarantined(person, uploadedBy);
  const counts = (await countPhotos(database, [id], seesAll))(id);
  const state = seesAll ? batch.state : shownState(batch.state, counts);
  const uploader = await database
    .selectFrom('accounts')
    .select('displayName')
    .where('id', '=', uploadedBy)
    .executeTakeFirst();
  return {
    ...{ id, title, eventDate, state, createdAt, caption, altText },
    channels: (await findChannels(database, [id]))(id),
    counts,
    uploadedBy: { id: uploadedBy, displayName: uploader?.displayName ?? '', isMe: uploadedBy === person.accountId },
    roll: { wholeSchool: batch.wholeSchool === 1, ...(await readRoll(database, id)) },
    checklist: JSON.parse(batch.checklistJson) as AnsweredQuestion[],
    photos: await listPhotos(database, id, seesAll),
  };
}

async function readRoll(database: Queryable, batchId: string) {
  const rows = await database
    .selectFrom('batchRoll')
    .select(['groupKind', 'groupName'])
    .where('batchId', '=', batchId)
    .orderBy('groupName')
    .execute();
  const named = (kind: 'class' | 'year' | 'pupil'): string[] =>
    rows.filter((row) => row.groupKind === kind).map((row) => row.groupName);
  return { classes: named('class'), years: named('year'), pupils: named('pupil') };
}

/** A batch holds at most 500 photos, so they come in one answer. */
async function listPhotos(database: Queryable, batchId: string, seesAll: boolean) {
  const rows = await database
    .selectFrom('photos')
    .leftJoin('verdicts', 'verdicts.id', 'photos.currentVerdictId')
    .select(['photos.id', 'position', 'fileName', 'state', 'nearDuplicateOf', 'version', 'previewFileId'])
    .select('findingsJson')
    .where('photos.batchId', '=', batchId)
    .$if(!seesAll, (query) => query.where('photos.quarantined', '=', 0))
    .orderBy('position')
    .execute();
  const shown = new Set(rows.map(({ id }) => id));
  return rows.map((row) => ({
    id: row.id,
    position: row.position,
    fileName: row.fileName,
    state: row.state as PhotoState,
    verdict: row.findingsJson === null ? null : shownToUploader(JSON.parse(row.findingsJson) as Finding[]).verdict,
    hasPreview: row.previewFileId !== null,
    looksLike: row.nearDuplicateOf !== null && shown.has(row.nearDuplicateOf) ? row.nearDuplicateOf : null,
    version: row.version,
  }));
}
