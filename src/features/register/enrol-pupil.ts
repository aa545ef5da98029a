import type { StoredFile } from '../../files/file-vault.ts';
import type { UploadedFile } from '../../http/route.ts';
import { AppError } from '../../lib/app-error.ts';
import { isoNow, isoToday } from '../../lib/clock.ts';
import { newId } from '../../lib/new-id.ts';
import { openGallery } from '../../pipeline/open-gallery.ts';
import type { PreparedReference } from '../../pipeline/prepare-reference.ts';
import { isOnRoll, readRegister } from '../../pipeline/read-register.ts';
import { templateToBytes } from '../../pipeline/template-bytes.ts';
import { canHoldTemplate } from '../../policy/register/can-hold-template.ts';
import type { Queryable, Trx } from '../../store/database.ts';
import { insertFile } from '../../store/insert-file.ts';
import { isFileKnown } from '../../store/is-file-known.ts';
import { isMatchingOn } from '../../store/is-matching-on.ts';
import { readCurrentPolicy } from '../../store/read-current-policy.ts';
import { recordAudit } from '../../store/record-audit.ts';
import { sealContext } from '../../store/sealed-columns.ts';
import { withTransaction } from '../../store/with-transaction.ts';
import type { RegisterPhotoParts } from './parts.ts';
import { refuseWhileRenewing } from './refuse-while-renewing.ts';
import type { ReferenceQuality } from './reference-photos.ts';
import { getPupil } from './store.ts';
import { storeCopy } from './store-photo.ts';

const referenceLongEdgePx = 1600;
const mostPhotos = 5;

interface Enrolling {
  readonly pupilId: string;
  readonly actor: string;
  /** Pupils the office has said this one looks like but is not. */
  readonly differsFrom: readonly string[];
  /** The office has said that it is this pupil, although the face is not like the earlier photos. */
  readonly isSamePupil: boolean;
}

/** Everything that must hold before a photo may even be opened, and again at the moment its template is written. */
async function requirePermission(
  database: Queryable,
  { clock }: Pick<RegisterPhotoParts, 'clock'>,
  pupilId: string,
): Promise<void> {
  await getPupil(database, pupilId);
  if (!(await isMatchingOn(database))) throw new AppError('matching-off');
  const today = isoToday(clock);
  const { pupils, biometric } = await readRegister(database, today, [pupilId]);
  if (!pupils.every((pupil) => isOnRoll(pupil, today))) throw new AppError('wrong-state');
  if (!canHoldTemplate(biometric.get(pupilId) ?? 'not-asked')) throw new AppError('permission-incomplete');
  const photos = await database
    .selectFrom('referencePhotos')
    .select('id')
    .where('pupilId', '=', pupilId)
    .where('purpose', '=', 'enrolment')
    .execute();
  if (photos.length >= mostPhotos) throw new AppError('conflict', { detail: `at most ${mostPhotos} reference photos` });
}

/**
 * Throws `conflict` when the face is likely that of another pupil who is enrolled, or is not like this pupil's own earlier
 * photos: with a template of somebody else the pupil would be taken as looked for and not be found.
 */
async function refuseOthers(
  database: Queryable,
  { lookalikes, ownScore }: PreparedReference,
  { differsFrom, isSamePupil }: Enrolling,
): Promise<void> {
  const { policy } = await readCurrentPolicy(database);
  const others = lookalikes.filter(
    ({ pupil, score, isLifted }) => score >= policy.match.likely && isLifted !== true && !differsFrom.includes(pupil),
  );
  const isUnlike = ownScore !== null && ownScore < policy.match.possible && !isSamePupil;
  const fields = [
    ...others.map(({ pupil }) => ({
      path: 'photo',
      message: `looks like pupil ${pupil}, who is enrolled already; name them in differsFrom if these are two people`,
    })),
    ...(isUnlike
      ? [{ path: 'photo', message: 'is not like the reference photos of this pupil; say isSamePupil if it is' }]
      : []),
  ];
  if (fields.length === 0) return;
  throw new AppError('conflict', { fields });
}

async function prepare(parts: RegisterPhotoParts, enrolling: Enrolling, file: string, signal: AbortSignal) {
  const { database, vault, sealer, clock, screening } = parts;
  const today = isoToday(clock);
  const model = await screening().templateModel();
  const open = await openGallery(database, sealer, await readRegister(database, today), today, model);
  const entries = [...(open?.gallery ?? [])];
  const isOwn = ([pupilId]: (typeof entries)[number]): boolean => pupilId === enrolling.pupilId;
  const enrolled = {
    own: new Map(entries.filter(isOwn)),
    others: new Map(entries.filter((entry) => !isOwn(entry))),
  };
  return await storeCopy(vault, 'enrolment', async (target) => {
    const request = { path: file, target, longEdgePx: referenceLongEdgePx, enrolled };
    const prepared = await screening().prepareReference(request, signal);
    if (prepared === null) throw new AppError('internal', { detail: 'an enrolment photo gave no template' });
    await refuseOthers(database, prepared, enrolling);
    return prepared;
  });
}

/**
 * Enrol a pupil with one photo: checked (one face, large, sharp, frontal, nobody else's), copied, its template sealed.
 * Throws `not-found`, `matching-off`, `permission-incomplete`, `templates-renewing`, `reference-unusable`, `conflict`, or
 * what keeps the photo from being read; then nothing is left behind.
 */
export async function enrolPupil(
  parts: RegisterPhotoParts,
  enrolling: Enrolling,
  upload: UploadedFile,
  signal: AbortSignal,
): Promise<ReferenceQuality & { readonly id: string }> {
  await requirePermission(parts.database, parts, enrolling.pupilId);
  await refuseWhileRenewing(parts.database);
  const { prepared, stored } = await prepare(parts, enrolling, upload.path, signal);
  try {
    const id = await withTransaction(parts.database, async (trx) => {
      // A withdrawal may have come while the photo was being looked at.
      await requirePermission(trx, parts, enrolling.pupilId);
      return await writeEnrolment(trx, parts, enrolling, prepared, stored);
    });
    return { id, ...prepared.face };
  } catch (error) {
    if (!(await isFileKnown(parts.database, stored.id))) await parts.vault.erase(stored);
    throw error;
  }
}

/** The written consent that a template rests on. */
async function findConsentRecord(trx: Trx, pupilId: string): Promise<string> {
  const row = await trx
    .selectFrom('biometricRecords')
    .select('id')
    .where('pupilId', '=', pupilId)
    .where('event', '=', 'parent-consented')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (row === undefined) throw new AppError('permission-incomplete');
  return row.id;
}

async function writeEnrolment(
  trx: Trx,
  { clock, sealer }: RegisterPhotoParts,
  { pupilId, actor, differsFrom, isSamePupil }: Enrolling,
  { template, model, face }: PreparedReference,
  stored: StoredFile,
): Promise<string> {
  const [id, templateId, at] = [newId(), newId(), isoNow(clock)];
  await insertFile(trx, clock, stored, 'image/jpeg');
  const photo = { id, pupilId, purpose: 'enrolment', fileId: stored.id, qualityJson: JSON.stringify(face) } as const;
  await trx
    .insertInto('referencePhotos')
    .values({ ...photo, importId: null, addedAt: at, addedBy: actor })
    .execute();
  await trx
    .insertInto('faceTemplates')
    .values({
      id: templateId,
      pupilId,
      referencePhotoId: id,
      biometricRecordId: await findConsentRecord(trx, pupilId),
      model,
      modelVersion: '1',
      sealedVector: sealer.seal(sealContext('template', templateId), templateToBytes(template)),
      madeAt: at,
    })
    .execute();
  const subject = { kind: 'pupil', id: pupilId } as const;
  const added = { referencePhotoId: id, purpose: 'enrolment', differsFrom, isSamePupil };
  await recordAudit(trx, clock, { actor, action: 'reference/added', subject, detail: added });
  await recordAudit(trx, clock, { actor, action: 'template/made', subject, detail: { templateId } });
  return id;
}
