import type { EvidenceValues } from '../../../src/policy/words/evidence.ts';
import { newId } from '../../../src/lib/new-id.ts';
import { judgeEvidence } from '../../../src/pipeline/judge-stored-photo.ts';
import { writeEvidence } from '../../../src/store/evidence-rows.ts';
import { getPhoto } from '../../../src/store/find-photo.ts';
import { insertFile } from '../../../src/store/insert-file.ts';
import { insertVerdict } from '../../../src/store/verdict-rows.ts';
import { withTransaction } from '../../../src/store/with-transaction.ts';
import type { TestService } from '../../support/service/start-service.ts';
import { evidenceOf, faceAt } from '../../policy/evidence-of.ts';
import { addPupil, demoPhoto, startBatch } from '../uploads/seed.ts';

/** What a restriction says that nobody but the safeguarding lead may ever read. */
export const reasonInSeal = 'court order 77';

export interface Flagged {
  readonly photoId: string;
  readonly batchId: string;
  /** On the register because nobody answered for them. */
  readonly pupilId: string;
}

interface FlaggedOptions {
  readonly state?: string;
  readonly isQuarantined?: boolean;
  /** The first face is likely the pupil's. Otherwise nobody was compared, and the line-up is needed. */
  readonly isMatched?: boolean;
  /** What was observed instead of two faces. */
  readonly observed?: Partial<EvidenceValues>;
  /** The picture to look at, 800 x 600; none unless said. */
  readonly preview?: Buffer;
  /** Another photo of this batch, with no further pupil. */
  readonly beside?: Flagged;
}

/** A photo of two faces as it stands after screening, uploaded by staff, with one pupil on the register. */
export async function addFlagged(service: TestService, options: FlaggedOptions = {}): Promise<Flagged> {
  const { database, clock, vault, accountIds } = service;
  const { beside } = options;
  const pupilId =
    beside?.pupilId ?? (await addPupil(service, { first: 'Zebedee', last: 'Quillfeather', className: '4B' }));
  const batchId = beside?.batchId ?? (await startBatch(service, await service.signInAs('staff')));
  const [photoId, at] = [newId(), clock.now().toISOString()];
  const clean = await vault.write('clean', options.preview ?? demoPhoto(1));
  const preview = options.preview === undefined ? null : await vault.write('preview', options.preview);
  const incomparable = null;
  const candidates = [{ pupil: pupilId, score: 0.9 }];
  const compared = {
    compared: [pupilId],
    faces: [
      { incomparable, candidates },
      { incomparable, candidates: [{ pupil: pupilId, score: 0 }] },
    ],
  };
  const evidence = evidenceOf({
    faces: [faceAt(100), faceAt(400)],
    ...(options.isMatched === true ? { match: compared } : {}),
    ...(options.isQuarantined === true ? { nudity: { score: 0.99 } } : {}),
    ...options.observed,
  });
  const match = options.isMatched === true ? evidence.match : ({ status: 'off', why: 'face matching is off' } as const);
  await withTransaction(database, async (trx) => {
    await insertFile(trx, clock, clean, 'image/jpeg');
    if (preview !== null) await insertFile(trx, clock, preview, 'image/jpeg');
    const { before } = await trx
      .selectFrom('photos')
      .select((where) => where.fn.countAll<number>().as('before'))
      .where('batchId', '=', batchId)
      .executeTakeFirstOrThrow();
    await trx
      .insertInto('photos')
      .values({
        ...{ id: photoId, batchId, position: before + 1, state: options.state ?? 'flagged' },
        ...{ fileName: 'a.jpg', sha256: photoId, previewFileId: preview?.id ?? null },
        ...{
          bytes: 1,
          width: 800,
          height: 600,
          cleanFileId: clean.id,
          quarantined: options.isQuarantined === true ? 1 : 0,
        },
        ...{ caption: '', altText: '', uploadedBy: accountIds.staff, uploadedAt: at, stateChangedAt: at },
      })
      .execute();
    const photo = await getPhoto(trx, photoId);
    const picture = { photoId, outputId: null };
    await writeEvidence(trx, clock, picture, { ...evidence, match });
    const judged = await judgeEvidence(trx, photo, { ...evidence, match }, at.slice(0, 10));
    const currentVerdictId = await insertVerdict(trx, clock, picture, { ...judged, cause: 'screening' });
    await trx.updateTable('photos').set({ currentVerdictId }).where('id', '=', photoId).execute();
    if (options.isQuarantined === true) {
      await trx.insertInto('quarantines').values({ id: newId(), photoId, openedAt: at }).execute();
    }
  });
  return { photoId, batchId, pupilId };
}
