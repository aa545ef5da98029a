import type { Clock } from '../../lib/clock.ts';
import type { Trx } from '../../store/database.ts';
import { eraseUnusedGuardians } from '../../store/erase-unused-guardians.ts';
import { eraseFileRow } from '../../store/insert-file.ts';
import { keptFiles, findPupilFiles } from './find-pupil-files.ts';
import type { KeptFile } from './parts.ts';

// Children before parents: each row is counted where it is.
// prettier-ignore
const pupilTables = [
  'faceTemplates', 'referencePhotos', 'biometricRecords', 'releaseConsents', 'releaseLooks', 'answersSaidAgain', 'consents', 'pupilObjections',
  'pupilDocuments', 'restrictions', 'disclosures', 'contactWarnings', 'notThisPupil', 'lineUpAnswers', 'verdictStandings', 'batchPupils',
  'pupilGuardians',
] as const;

/** What went with a pupil's rows, and the ids that must not stand anywhere now. */
export interface ErasedRows {
  readonly rows: Readonly<Record<string, number>>;
  readonly files: readonly KeptFile[];
  readonly ids: readonly string[];
}

/** Deletes a pupil and everything that is only about them; lists that name them among others lose their lines. */
export async function eraseRows(
  trx: Trx,
  clock: Clock,
  { pupilId, schoolNumber }: { readonly pupilId: string; readonly schoolNumber: string },
): Promise<ErasedRows> {
  const files = [...(await findPupilFiles(trx, pupilId)), ...(await eraseLists(trx, { pupilId, schoolNumber }))];
  const ids = [pupilId, ...(await idsOf(trx, pupilId))];
  const rows: Record<string, number> = { pupils: 1 };
  for (const table of pupilTables) {
    const deleted = await trx.deleteFrom(table).where('pupilId', '=', pupilId).executeTakeFirstOrThrow();
    rows[table] = Number(deleted.numDeletedRows);
  }
  await trx
    .deleteFrom('batchRoll')
    .where('groupKind', '=', 'pupil')
    .where('groupName', 'in', [pupilId, schoolNumber])
    .execute();
  await trx.deleteFrom('jobs').where('payloadJson', 'like', `%${pupilId}%`).where('state', '<>', 'running').execute();
  await trx.deleteFrom('webhookDeliveries').where('payloadJson', 'like', `%${pupilId}%`).execute();
  await trx.deleteFrom('pupils').where('id', '=', pupilId).execute();
  rows['guardians'] = await eraseUnusedGuardians(trx, ids);
  for (const { id } of files) await eraseFileRow(trx, clock, id);
  const shared = await trx.selectFrom('guardians').select('id').where('id', 'in', ids).execute();
  return { rows, files, ids: ids.filter((id) => !shared.some((guardian) => guardian.id === id)) };
}

async function idsOf(trx: Trx, pupilId: string): Promise<readonly string[]> {
  const pictures = await trx.selectFrom('referencePhotos').select('id').where('pupilId', '=', pupilId).execute();
  const templates = await trx.selectFrom('faceTemplates').select('id').where('pupilId', '=', pupilId).execute();
  return [...pictures, ...templates].map(({ id }) => id).concat(await guardiansOf(trx, pupilId));
}

/** Also those who were parted from the pupil, but answered for them. */
async function guardiansOf(trx: Trx, pupilId: string): Promise<readonly string[]> {
  const ids = new Set<string>();
  for (const table of ['pupilGuardians', 'consents', 'biometricRecords'] as const) {
    const rows = await trx.selectFrom(table).select('guardianId').distinct().where('pupilId', '=', pupilId).execute();
    for (const { guardianId } of rows) if (guardianId !== null) ids.add(guardianId);
  }
  return [...ids];
}

/** An uploaded list that has a line about the pupil cannot be kept: its file goes, and so do the lines about them. */
async function eraseLists(
  trx: Trx,
  { pupilId, schoolNumber }: { readonly pupilId: string; readonly schoolNumber: string },
): Promise<readonly KeptFile[]> {
  const number = `%${JSON.stringify(schoolNumber)}%`;
  const lines = await trx
    .selectFrom('importLines')
    .select(['importId', 'line'])
    .where((where) => where.or([where('pupilId', '=', pupilId), where('rowJson', 'like', number)]))
    .execute();
  for (const { importId, line } of lines) {
    await trx.deleteFrom('importLines').where('importId', '=', importId).where('line', '=', line).execute();
  }
  const consents = await trx.selectFrom('consents').select('importId').where('pupilId', '=', pupilId).execute();
  const pictures = await trx.selectFrom('referencePhotos').select('importId').where('pupilId', '=', pupilId).execute();
  const imports = [...lines, ...consents, ...pictures].map(({ importId }) => importId).filter((id) => id !== null);
  if (imports.length === 0) return [];
  const lists = await trx.selectFrom('imports').select('fileId').where('id', 'in', imports).execute();
  await trx.updateTable('imports').set({ fileId: null, fileName: null }).where('id', 'in', imports).execute();
  // Without its list a dry run can no longer be applied.
  const dryRuns = trx.updateTable('imports').set({ state: 'abandoned' }).where('state', '=', 'dry-run');
  await dryRuns.where('id', 'in', imports).execute();
  return await keptFiles(
    trx,
    lists.map(({ fileId }) => fileId),
  );
}
