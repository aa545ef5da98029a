import type { FileKind } from '../../files/file-vault.ts';
import type { Queryable } from '../../store/database.ts';
import { isReliedOn } from '../../store/is-relied-on.ts';
import type { KeptFile } from './parts.ts';

/** Every sealed file about one pupil: portrait, reference photos, scanned evidence. Lists with others are not among them. */
export async function findPupilFiles(database: Queryable, pupilId: string): Promise<readonly KeptFile[]> {
  const pictures = await database
    .selectFrom('referencePhotos')
    .select('fileId')
    .where('pupilId', '=', pupilId)
    .execute();
  const consents = await database
    .selectFrom('consents')
    .select('evidenceFileId')
    .where('pupilId', '=', pupilId)
    .execute();
  const documents = await database
    .selectFrom('pupilDocuments')
    .select('fileId')
    .where('pupilId', '=', pupilId)
    .execute();
  const permissions = await database
    .selectFrom('biometricRecords')
    .select('evidenceFileId')
    .where('pupilId', '=', pupilId)
    .execute();
  return await keptFiles(database, [
    ...[...pictures, ...documents].map(({ fileId }) => fileId),
    ...[...consents, ...permissions].map(({ evidenceFileId }) => evidenceFileId),
  ]);
}

/** The published pictures in which the pupil was recognised, seen, named or expected alone. Others may be in them too. */
export async function findPublished(database: Queryable, pupilId: string): Promise<readonly KeptFile[]> {
  const rows = await database
    .selectFrom('releaseConsents')
    .innerJoin('releases', 'releases.id', 'releaseConsents.releaseId')
    .select('releases.fileId')
    .where('releaseConsents.pupilId', '=', pupilId)
    .where(isReliedOn)
    .execute();
  return await keptFiles(
    database,
    rows.map(({ fileId }) => fileId),
  );
}

/** Those of these files that are not erased yet, with their kind. */
export async function keptFiles(database: Queryable, ids: readonly (string | null)[]): Promise<readonly KeptFile[]> {
  const wanted = [...new Set(ids)].filter((id) => id !== null);
  if (wanted.length === 0) return [];
  const rows = await database
    .selectFrom('files')
    .select(['kind', 'id'])
    .where('id', 'in', wanted)
    .where('erasedAt', 'is', null)
    .execute();
  return rows.map(({ kind, id }) => ({ kind: kind as FileKind, id }));
}
