import { AppError, type ErrorCode } from '../../lib/app-error.ts';
import { isoNow, isoToday, type Clock } from '../../lib/clock.ts';
import type { Log } from '../../lib/log.ts';
import { enqueueJob } from '../../jobs/enqueue-job.ts';
import { readRegister } from '../../pipeline/read-register.ts';
import { templateToBytes } from '../../pipeline/template-bytes.ts';
import { whoMayBeEnrolled } from '../../pipeline/who-may-be-enrolled.ts';
import type { Queryable, Trx } from '../../store/database.ts';
import { isMatchingOn } from '../../store/is-matching-on.ts';
import { recordAudit } from '../../store/record-audit.ts';
import { sealContext } from '../../store/sealed-columns.ts';
import type { RegisterPhotoParts } from './parts.ts';

/** The kind of job that makes templates of other nets again from the reference photos. */
export const renewTemplatesKind = 'renew-templates';

/** What is wrong with one photo, so that the others are gone on with; anything else is tried again, with all of them. */
const ofOnePhoto: ReadonlySet<ErrorCode> = new Set([
  ...(['reference-unusable', 'decode-failed', 'not-an-image', 'empty-file', 'too-small'] as const),
  ...(['too-many-pixels', 'file-too-large', 'file-damaged', 'not-found'] as const),
]);

interface RenewParts extends RegisterPhotoParts {
  readonly log: Log;
}

interface Made {
  readonly id: string;
  readonly sealedVector: Buffer;
}

/** Look, when the service starts, whether the nets are still those that made the templates. */
export async function enqueueTemplateRenewal(trx: Trx, clock: Clock): Promise<void> {
  const any = await trx.selectFrom('faceTemplates').select('id').limit(1).executeTakeFirst();
  if (any === undefined) return;
  await enqueueJob(trx, clock, { kind: renewTemplatesKind, payload: {}, dedupeKey: renewTemplatesKind });
}

/** Templates of other nets whose pupils' permission is complete today. */
async function findStale(database: Queryable, clock: Clock, model: string) {
  if (!(await isMatchingOn(database))) return [];
  const today = isoToday(clock);
  const pupils = whoMayBeEnrolled(await readRegister(database, today), today);
  const rows = await database
    .selectFrom('faceTemplates')
    .innerJoin('referencePhotos', 'referencePhotos.id', 'faceTemplates.referencePhotoId')
    .select(['faceTemplates.id', 'faceTemplates.pupilId', 'referencePhotos.fileId'])
    .where('faceTemplates.model', '!=', model)
    .execute();
  return rows.filter(({ pupilId }) => pupils.has(pupilId));
}

/**
 * Make every template that other nets made again from its reference photo. A photo that cannot be used keeps its old
 * template, which nothing is compared with, and is marked, so that the office sees it: a pupil without any other is
 * looked for in the line-up. Returns what to write.
 */
export async function renewTemplates(parts: RenewParts, signal: AbortSignal): Promise<(trx: Trx) => Promise<void>> {
  const { database, vault, clock, sealer, log, screening } = parts;
  const model = await screening().templateModel();
  const made: Made[] = [];
  const unusable: string[] = [];
  for (const { id, fileId } of await findStale(database, clock, model)) {
    signal.throwIfAborted();
    try {
      const template = await vault.withPlainCopy({ kind: 'enrolment', id: fileId }, (path) =>
        screening().enrol(path, signal),
      );
      made.push({ id, sealedVector: sealer.seal(sealContext('template', id), templateToBytes(template)) });
    } catch (error) {
      if (!(error instanceof AppError) || !ofOnePhoto.has(error.code)) throw error;
      log.warn('template-not-renewed', { templateId: id, code: error.code });
      // Files that are away come back when their folder does: nobody is asked to replace a photo for that.
      if (error.code !== 'not-found') unusable.push(id);
    }
  }
  return async (trx) => {
    await writeTemplates(trx, parts, model, made);
    await trx.updateTable('faceTemplates').set({ unusableBy: model }).where('id', 'in', unusable).execute();
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
