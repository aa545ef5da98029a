import { readFile } from 'node:fs/promises';
import type { FileAnswer } from '../../http/route.ts';
import type { UploadedFile } from '../../http/route.ts';
import { AppError } from '../../lib/app-error.ts';
import { isoNow } from '../../lib/clock.ts';
import { newId } from '../../lib/new-id.ts';
import { recogniseKind } from '../../pipeline/intake/recognise-kind.ts';
import type { Queryable } from '../../store/database.ts';
import { eraseFileRow, insertFile } from '../../store/insert-file.ts';
import { isFileKnown } from '../../store/is-file-known.ts';
import { recordAudit } from '../../store/record-audit.ts';
import { withTransaction } from '../../store/with-transaction.ts';
import type { RegisterParts } from './parts.ts';
import { plainFileName } from './plain-file-name.ts';
import { getPupil } from './store.ts';

type MediaType = 'application/pdf' | 'image/jpeg' | 'image/png';

/** What a document is, from its first bytes, never from its name. Throws `empty-file` or `unsupported-type`. */
function mediaTypeOf(bytes: Buffer): MediaType {
  if (bytes.length === 0) throw new AppError('empty-file');
  if (bytes.subarray(0, 5).toString('latin1') === '%PDF-') return 'application/pdf';
  const kind = recogniseKind(bytes);
  if (kind === 'jpeg' || kind === 'png') return `image/${kind}`;
  throw new AppError('unsupported-type', { detail: 'a document must be a PDF, JPEG or PNG' });
}

/** Keep a scanned form or letter of a pupil, sealed as it came. Throws `not-found`, `empty-file`, `unsupported-type`. */
export async function addDocument(
  parts: RegisterParts,
  actor: string,
  pupilId: string,
  upload: UploadedFile,
): Promise<{ readonly id: string }> {
  const { database, clock, vault } = parts;
  await getPupil(database, pupilId);
  const bytes = await readFile(upload.path);
  const mediaType = mediaTypeOf(bytes);
  const stored = await vault.write('document', bytes);
  try {
    return await withTransaction(database, async (trx) => {
      await getPupil(trx, pupilId);
      const id = newId();
      await insertFile(trx, clock, stored, mediaType);
      const fileName = plainFileName(upload.originalName);
      const added = { addedAt: isoNow(clock), addedBy: actor };
      await trx
        .insertInto('pupilDocuments')
        .values({ id, pupilId, fileId: stored.id, mediaType, fileName, ...added })
        .execute();
      const subject = { kind: 'pupil', id: pupilId } as const;
      await recordAudit(trx, clock, { actor, action: 'document/added', subject, detail: { documentId: id } });
      return { id };
    });
  } catch (error) {
    if (!(await isFileKnown(parts.database, stored.id))) await vault.erase(stored);
    throw error;
  }
}

/** A pupil's documents, the newest first. Throws `not-found`. */
export async function listDocuments({ database }: RegisterParts, pupilId: string) {
  await getPupil(database, pupilId);
  const rows = await database
    .selectFrom('pupilDocuments')
    .innerJoin('files', 'files.id', 'pupilDocuments.fileId')
    .select(['pupilDocuments.id', 'fileId', 'fileName', 'bytes', 'addedAt'])
    .where('pupilId', '=', pupilId)
    .orderBy('pupilDocuments.id', 'desc')
    .execute();
  const reliedOn = await reliedOnFiles(database, pupilId);
  return rows.map(({ fileId, ...row }) => ({ ...row, isReliedOn: reliedOn.has(fileId) }));
}

/** Files that answers, permissions and objections of a pupil rest on. */
async function reliedOnFiles(database: Queryable, pupilId: string): Promise<ReadonlySet<string>> {
  const files = new Set<string>();
  for (const table of ['consents', 'biometricRecords', 'pupilObjections'] as const) {
    const rows = await database.selectFrom(table).select('evidenceFileId').where('pupilId', '=', pupilId).execute();
    for (const { evidenceFileId } of rows) if (evidenceFileId !== null) files.add(evidenceFileId);
  }
  return files;
}

async function getDocument(database: Queryable, documentId: string) {
  const row = await database.selectFrom('pupilDocuments').selectAll().where('id', '=', documentId).executeTakeFirst();
  if (row === undefined) throw new AppError('not-found');
  return row;
}

/**
 * One document, to be downloaded: never shown inside a page. Who took it is written down before it leaves, because it
 * holds addresses, signatures and sometimes a court's words. Throws `not-found`.
 */
export async function readDocument(parts: RegisterParts, actor: string, documentId: string): Promise<FileAnswer> {
  const { database, clock, vault } = parts;
  const { pupilId, fileId, mediaType, fileName } = await getDocument(database, documentId);
  const content = await vault.read({ kind: 'document', id: fileId });
  await withTransaction(database, async (trx) => {
    const subject = { kind: 'pupil', id: pupilId } as const;
    await recordAudit(trx, clock, { actor, action: 'document/read', subject, detail: { documentId } });
  });
  return { mediaType, fileName, content };
}

/** Remove a document sent by mistake. Throws `not-found`, or `wrong-state` when an answer rests on it. */
export async function removeDocument(parts: RegisterParts, actor: string, documentId: string): Promise<void> {
  const { database, clock, vault } = parts;
  const fileId = await withTransaction(database, async (trx) => {
    const { pupilId, fileId } = await getDocument(trx, documentId);
    if ((await reliedOnFiles(trx, pupilId)).has(fileId)) {
      throw new AppError('wrong-state', { detail: 'an answer rests on this document' });
    }
    await trx.deleteFrom('pupilDocuments').where('id', '=', documentId).execute();
    await eraseFileRow(trx, clock, fileId);
    const subject = { kind: 'pupil', id: pupilId } as const;
    await recordAudit(trx, clock, { actor, action: 'document/removed', subject, detail: { documentId } });
    return fileId;
  });
  await vault.erase({ kind: 'document', id: fileId });
}

/** The file of the document an answer rests on. Throws `invalid-input` unless it is one of this pupil. */
export async function evidenceFileOf(
  database: Queryable,
  pupilId: string,
  documentId: string | null,
): Promise<string | null> {
  if (documentId === null) return null;
  const row = await database
    .selectFrom('pupilDocuments')
    .select('fileId')
    .where('id', '=', documentId)
    .where('pupilId', '=', pupilId)
    .executeTakeFirst();
  if (row !== undefined) return row.fileId;
  throw new AppError('invalid-input', {
    fields: [{ path: 'documentId', message: 'is not a document of this pupil' }],
  });
}

/** Which document a file is, for showing what an answer rests on. */
export async function documentsByFile(database: Queryable, pupilId: string): Promise<ReadonlyMap<string, string>> {
  const rows = await database
    .selectFrom('pupilDocuments')
    .select(['id', 'fileId'])
    .where('pupilId', '=', pupilId)
    .execute();
  return new Map(rows.map(({ id, fileId }) => [fileId, id]));
}
