import { createReadStream } from 'node:fs';
import { uploadLimits } from '../../contract/uploads.ts';
import type { FileRef, StoredFile } from '../../files/file-vault.ts';
import type { UploadedFile } from '../../http/route.ts';
import type { SignedIn } from '../../http/signed-in.ts';
import { enqueueJob } from '../../jobs/enqueue-job.ts';
import { AppError } from '../../lib/app-error.ts';
import { isoNow } from '../../lib/clock.ts';
import { newId } from '../../lib/new-id.ts';
import { defaultIntakeLimits, intakeFile, type IntakenFile } from '../../pipeline/intake.ts';
import type { Queryable, Trx } from '../../store/database.ts';
import { getBatch, type Batch } from '../../store/find-photo.ts';
import { insertFile } from '../../store/insert-file.ts';
import { recordAudit } from '../../store/record-audit.ts';
import { withTransaction } from '../../store/with-transaction.ts';
import { screenPhotoKind } from './screen-photo-kind.ts';
import { getOwnBatch } from './store.ts';
import type { UploadParts } from './parts.ts';

/** What became of one file of a request. A file that cannot be used never stops the others. */
export interface Received {
  readonly index: number;
  readonly outcome: 'received' | 'already-there' | 'refused';
  readonly photoId: string | null;
  readonly error: { readonly code: string; readonly message: string } | null;
}

const limits = { ...defaultIntakeLimits, maxBytes: uploadLimits.bytesPerPhoto };

/**
 * Add photos to a batch of one's own. Photo, job and audit event are one transaction, so what was answered as received
 * is screened, whatever happens next. Throws `not-found`, `wrong-state` for a submitted batch.
 */
export async function uploadPhotos(
  parts: UploadParts,
  person: SignedIn,
  batchId: string,
  files: readonly UploadedFile[],
): Promise<{ readonly results: Received[] }> {
  requireOpen(await getOwnBatch(parts.database, person, batchId));
  if (files.length === 0) {
    throw new AppError('invalid-input', { fields: [{ path: 'photo', message: 'must hold at least one photo' }] });
  }
  const results: Received[] = [];
  for (const [index, file] of files.entries()) {
    results.push({ index, ...(await receiveOrRefuse(parts, person, batchId, file)) });
  }
  parts.wakeJobs();
  return { results };
}

function requireOpen(batch: Batch): void {
  if (batch.state !== 'open') throw new AppError('wrong-state', { detail: 'the batch was submitted' });
}

async function receiveOrRefuse(
  parts: UploadParts,
  person: SignedIn,
  batchId: string,
  file: UploadedFile,
): Promise<Omit<Received, 'index'>> {
  try {
    return await receivePhoto(parts, person, batchId, file);
  } catch (error) {
    // The sender's file is at fault below 500; anything else is ours and ends the request.
    if (!(error instanceof AppError) || error.status >= 500 || error.code === 'wrong-state') throw error;
    return { outcome: 'refused', photoId: null, error: { code: error.code, message: error.explanation } };
  }
}

async function receivePhoto(
  parts: UploadParts,
  person: SignedIn,
  batchId: string,
  file: UploadedFile,
): Promise<Omit<Received, 'index'>> {
  const taken = await intakeFile(file.path, limits);
  const twin = await findTwin(parts.database, batchId, taken.sha256);
  if (twin !== undefined) return { outcome: 'already-there', photoId: twin, error: null };
  const original = await parts.vault.write('original', createReadStream(file.path));
  const photo = { id: newId(), fileName: plainName(file.originalName), batchId };
  const added = await withTransaction(parts.database, (trx) =>
    addPhoto(trx, parts, person, photo, taken, original),
  ).catch(async (error: unknown) => {
    await parts.vault.erase(original);
    throw error;
  });
  if (added === photo.id) return { outcome: 'received', photoId: added, error: null };
  await parts.vault.erase(original);
  return { outcome: 'already-there', photoId: added, error: null };
}

async function findTwin(database: Queryable, batchId: string, sha256: string): Promise<string | undefined> {
  const row = await database
    .selectFrom('photos')
    .select('id')
    .where('batchId', '=', batchId)
    .where('sha256', '=', sha256)
    .executeTakeFirst();
  return row?.id;
}

/** Returns the id of the photo, or of the twin that another request added meanwhile. */
async function addPhoto(
  trx: Trx,
  { clock }: UploadParts,
  person: SignedIn,
  photo: { readonly id: string; readonly fileName: string; readonly batchId: string },
  taken: IntakenFile,
  original: StoredFile & FileRef,
): Promise<string> {
  const batch = await getBatch(trx, photo.batchId);
  requireOpen(batch);
  const twin = await findTwin(trx, batch.id, taken.sha256);
  if (twin !== undefined) return twin;
  const position = await nextPosition(trx, batch.id);
  await insertFile(trx, clock, original, `image/${taken.kind}`);
  const at = isoNow(clock);
  await trx
    .insertInto('photos')
    .values({
      ...{ id: photo.id, fileName: photo.fileName, batchId: batch.id, position, state: 'received' },
      ...{ sha256: taken.sha256, bytes: original.bytes, originalFileId: original.id },
      ...{ caption: '', altText: batch.altText, uploadedBy: person.accountId, uploadedAt: at, stateChangedAt: at },
    })
    .execute();
  const subject = { kind: 'photo', id: photo.id } as const;
  const detail = { batch: batch.id, bytes: original.bytes, kind: taken.kind };
  await recordAudit(trx, clock, { actor: person.accountId, action: 'photo/received', subject, detail });
  await enqueueJob(trx, clock, {
    ...{ kind: screenPhotoKind, payload: { photoId: photo.id }, dedupeKey: `${screenPhotoKind}/${photo.id}` },
    maxAttempts: 4,
  });
  return photo.id;
}

async function nextPosition(trx: Trx, batchId: string): Promise<number> {
  const row = await trx
    .selectFrom('photos')
    .select((select) => [
      select.fn.countAll<number | string>().as('count'),
      select.fn.max<number | null>('position').as('last'),
    ])
    .where('batchId', '=', batchId)
    .executeTakeFirstOrThrow();
  if (Number(row.count) >= uploadLimits.photosPerBatch) {
    const detail = `a batch holds at most ${uploadLimits.photosPerBatch} photos; open another`;
    throw new AppError('too-many-files', { detail });
  }
  return (row.last ?? 0) + 1;
}

/** The name alone, without folders, control characters or letters turned round: data to show and to check for names. */
function plainName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  const plain = last
    .replaceAll(/[\p{Cc}\u202d\u202e]/gu, '')
    .trim()
    .slice(-200);
  return plain === '' ? 'photo' : plain;
}
