import { AppError } from '../../lib/app-error.ts';
import { isoNow, isoToday, type Clock } from '../../lib/clock.ts';
import type { Log } from '../../lib/log.ts';
import { enqueueJob } from '../../jobs/enqueue-job.ts';
import { isOnRoll, readRegister } from '../../pipeline/read-register.ts';
import { templateToBytes } from '../../pipeline/template-bytes.ts';
import { canHoldTemplate } from '../../policy/register/can-hold-template.ts';
import type { Queryable, Trx } from '../../store/database.ts';
import { isMatchingOn } from '../../store/is-matching-on.ts';
import { recordAudit } from '../../store/record-audit.ts';
import type { RegisterPhotoParts } from './parts.ts';

/** The kind of job that makes templates of other nets again from the reference photos. */
export const renewTemplatesKind = 'renew-templates';

interface RenewParts extends RegisterPhotoParts {
  readonly log: Log;
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
  const { pupils, biometric } = await readRegister(database, today);
  const here = new Set(pupils.filter((pupil) => isOnRoll(pupil, today)).map(({ id }) => id));
  const rows = await database
    .selectFrom('faceTemplates')
    .innerJoin('referencePhotos', 'referencePhotos.id', 'faceTemplates.referencePhotoId')
    .select(['faceTemplates.id', 'faceTemplates.pupilId', 'referencePhotos.fileId'])
    .where('faceTemplates.model', '!=', model)
    .execute();
  return rows.filter(({ pupilId }) => here.has(pupilId) && canHoldTemplate(biometric.get(pupilId) ?? 'not-asked'));
}

/**
 * Make every template that other nets made again from its reference photo. A photo that the new nets cannot use keeps its
 * old template, which nothing is compared with: that pupil is looked for in the line-up. Returns what to write.
 */
export async function renewTemplates(parts: RenewParts, signal: AbortSignal): Promise<(trx: Trx) => Promise<void>> {
  const { database, vault, clock, sealer, log, screening } = parts;
  const model = await screening().templateModel(signal);
  const made: { readonly id: string; readonly sealedVector: Buffer }[] = [];
  for (const { id, fileId } of await findStale(database, clock, model)) {
    signal.throwIfAborted();
    try {
      const template = await vault.withPlainCopy({ kind: 'enrolment', id: fileId }, (path) =>
        screening().enrol(path, signal),
      );
      made.push({ id, sealedVector: sealer.seal(`template/${id}`, templateToBytes(template)) });
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'reference-unusable') throw error;
      log.warn('template-not-renewed', { templateId: id });
    }
  }
  return (trx) => writeTemplates(trx, parts, model, made);
}

/** A permission may have been withdrawn meanwhile, and its template destroyed: nothing is written for it then. */
async function writeTemplates(
  trx: Trx,
  { clock }: RenewParts,
  model: string,
  made: readonly { readonly id: string; readonly sealedVector: Buffer }[],
): Promise<void> {
  for (const { id, sealedVector } of made) {
    const row = await trx
      .updateTable('faceTemplates')
      .set({ model, sealedVector, madeAt: isoNow(clock) })
      .where('id', '=', id)
      .returning('pupilId')
      .executeTakeFirst();
    if (row === undefined) continue;
    const subject = { kind: 'pupil', id: row.pupilId } as const;
    const detail = { templateId: id };
    await recordAudit(trx, clock, { actor: 'system', action: 'template/remade', subject, detail });
  }
}
