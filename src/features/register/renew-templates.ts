import { AppError, type ErrorCode } from '../../lib/app-error.ts';
import { isoNow, isoToday, type Clock } from '../../lib/clock.ts';
import type { Log } from '../../lib/log.ts';
import { enqueueTemplateRenewal } from '../../jobs/enqueue-template-renewal.ts';
import { readRegister } from '../../pipeline/read-register.ts';
import { templateToBytes } from '../../pipeline/template-bytes.ts';
import { whoMayBeEnrolled } from '../../pipeline/who-may-be-enrolled.ts';
import type { Queryable, Trx } from '../../store/database.ts';
import { isMatchingOn } from '../../store/is-matching-on.ts';
import { recordAudit } from '../../store/record-audit.ts';
import { sealContext } from '../../store/sealed-columns.ts';
import type { RegisterPhotoParts } from './parts.ts';

/** What is wrong with one photo for good: these nets will never describe it. */
const unusableCodes: ReadonlySet<ErrorCode> = new Set([
  ...(['reference-unusable', 'decode-failed', 'not-an-image', 'empty-file', 'too-small'] as const),
  ...(['too-many-pixels', 'file-too-large', 'file-damaged'] as const),
]);
/**
 * What may be gone by the next night: a file that is away comes back when its folder does, and a photo that brought its
 * process down did so on a busy day, perhaps. Nobody is asked to replace a photo for that, and the others are gone on with.
 */
const passingCodes: ReadonlySet<ErrorCode> = new Set(['not-found', 'timed-out', 'process-died'] as const);
/** So many are written at once: a service that is ended in the middle has lost no more work. */
const mostAtOnce = 20;

interface RenewParts extends RegisterPhotoParts {
  readonly log: Log;
}

interface Made {
  readonly id: string;
  readonly sealedVector: Buffer;
}

/** Templates of other nets, with ids after one, whose pupils' permission is complete today; in the order of their ids. */
async function findStale(database: Queryable, clock: Clock, model: string, after: string) {
  if (!(await isMatchingOn(database))) return [];
  const today = isoToday(clock);
  const pupils = whoMayBeEnrolled(await readRegister(database, today), today);
  const rows = await database
    .selectFrom('faceTemplates')
    .innerJoin('referencePhotos', 'referencePhotos.id', 'faceTemplates.referencePhotoId')
    .select(['faceTemplates.id', 'faceTemplates.pupilId', 'referencePhotos.fileId'])
    .where('faceTemplates.model', '!=', model)
    .where('faceTemplates.id', '>', after)
    .orderBy('faceTemplates.id')
    .execute();
  return rows.filter(({ pupilId }) => pupils.has(pupilId));
}

/**
 * Make templates that other nets made again from their reference photos: the next twenty with ids after one, and what is
 * written asks for the rest. A photo that cannot be used keeps its old template, which nothing is compared with, and is
 * marked, so that the office sees it: a pupil without any other is looked for in the line-up. Returns what to write.
 */
export async function renewTemplates(
  parts: RenewParts,
  signal: AbortSignal,
  after = '',
): Promise<(trx: Trx) => Promise<void>> {
  const { database, vault, clock, sealer, log, screening } = parts;
  const model = await screening().templateModel();
  const made: Made[] = [];
  const unusable: string[] = [];
  const stale = await findStale(database, clock, model, after);
  const now = stale.slice(0, mostAtOnce);
  for (const { id, fileId } of now) {
    signal.throwIfAborted();
    try {
      const template = await vault.withPlainCopy({ kind: 'enrolment', id: fileId }, (path) =>
        screening().enrol(path, signal),
      );
      made.push({ id, sealedVector: sealer.seal(sealContext('template', id), templateToBytes(template)) });
    } catch (error) {
      const code = error instanceof AppError ? error.code : 'internal';
      if (unusableCodes.has(code)) unusable.push(id);
      else if (!passingCodes.has(code)) throw error;
      log.warn('template-not-renewed', { templateId: id, code });
    }
  }
  return async (trx) => {
    await writeTemplates(trx, parts, model, made);
    await trx.updateTable('faceTemplates').set({ unusableBy: model }).where('id', 'in', unusable).execute();
    if (stale.length > now.length) await enqueueTemplateRenewal(trx, clock, now.at(-1)!.id);
  };
}

/** A permission may have been withdrawn meanwhile, and its template destroyed: nothing is written for it then. */
async function writeTemplates(trx: Trx, { clock }: RenewParts, model: string, made: readonly Made[]): Promise<void> {
  for (const { id, sealedVector } of made) {
    const row = await trx
      .updateTable('faceTemplates')
      .set({ model, sealedVector, madeAt: isoNow(clock), unusableBy: null })
      .where('id', '=', id)
      .returning('pupilId')
      .executeTakeFirst();
    if (row === undefined) continue;
    const subject = { kind: 'pupil', id: row.pupilId } as const;
    const detail = { templateId: id };
    await recordAudit(trx, clock, { actor: 'system', action: 'template/remade', subject, detail });
  }
}
