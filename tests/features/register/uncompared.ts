import { enqueueTemplateRenewal } from '../../../src/jobs/enqueue-template-renewal.ts';
import { insertFile } from '../../../src/store/insert-file.ts';
import { withTransaction } from '../../../src/store/with-transaction.ts';
import type { TestService } from '../../support/service/start-service.ts';
import { emptyPicture } from './photos.ts';

/** A new version has other nets, and they find no face in what is kept of this pupil's reference photos. */
export async function changeNets({ database, vault, clock }: TestService, pupilId: string): Promise<void> {
  const stored = await vault.write('enrolment', await emptyPicture());
  await withTransaction(database, async (trx) => {
    await insertFile(trx, clock, stored, 'image/jpeg');
    await trx
      .updateTable('referencePhotos')
      .set({ fileId: stored.id })
      .where('pupilId', '=', pupilId)
      .where('purpose', '=', 'enrolment')
      .execute();
    await trx.updateTable('faceTemplates').set({ model: 'another@1' }).where('pupilId', '=', pupilId).execute();
  });
}

/** The job that the service writes when it starts. */
export async function renewAll({ database, clock, service }: TestService): Promise<void> {
  await withTransaction(database, (trx) => enqueueTemplateRenewal(trx, clock));
  service.parts.wakeJobs();
}
