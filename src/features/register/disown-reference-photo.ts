import { enqueueRegisterChanged } from '../../jobs/enqueue-register-changed.ts';
import { withTransaction } from '../../store/with-transaction.ts';
import { forgetFiles } from './change-register.ts';
import { forgetComparisons } from './forget-comparisons.ts';
import type { RegisterPhotoParts } from './parts.ts';
import { deleteReference, getReference } from './reference-photos.ts';

/**
 * A reference photo turns out to show another child. It is removed, and whoever looked for its pupil with it looked for
 * somebody else: in photos that were compared since it was added the pupil counts as not looked for. Throws `not-found`.
 */
export async function disownReferencePhoto(parts: RegisterPhotoParts, actor: string, id: string): Promise<void> {
  const reference = await getReference(parts, id);
  const { pupilId, addedAt, fileId } = reference;
  await withTransaction(parts.database, async (trx) => {
    await deleteReference(trx, parts.clock, reference, { actor, isAnotherChild: true });
    await forgetComparisons(trx, pupilId, addedAt);
    await enqueueRegisterChanged(trx, parts.clock, pupilId);
  });
  parts.wakeJobs();
  await forgetFiles(parts, { templates: 1, files: [{ kind: 'enrolment', id: fileId }] });
}
