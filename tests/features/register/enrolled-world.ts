import path from 'node:path';
import { onTestFinished } from 'vitest';
import { recordBiometricEvent } from '../../../src/features/register/biometric.ts';
import { addPupil as addPupilTo } from '../../../src/features/register/change-pupil.ts';
import { enrolPupil } from '../../../src/features/register/enrol-pupil.ts';
import { addGuardian } from '../../../src/features/register/guardians.ts';
import { setPortrait } from '../../../src/features/register/portrait.ts';
import { isoToday } from '../../../src/lib/clock.ts';
import { openGallery } from '../../../src/pipeline/open-gallery.ts';
import { readRegister } from '../../../src/pipeline/read-register.ts';
import { openFileVault } from '../../../src/files/file-vault.ts';
import { createSealer } from '../../../src/files/sealer.ts';
import { insertPolicyVersion } from '../../../src/store/insert-policy-version.ts';
import { openStore } from '../../../src/store/open-store.ts';
import { withTransaction } from '../../../src/store/with-transaction.ts';
import { defaultHandlingPolicy } from '../../../src/policy/default-handling-policy.ts';
import { defaultSchoolPolicy } from '../../../src/policy/default-school-policy.ts';
import { writeFileSync } from 'node:fs';
import { freshFolder, testKeys } from '../../support/service/fresh-vault.ts';
import { setClock } from '../../support/service/set-clock.ts';
import { sharedScreening } from '../../support/service/shared-screening.ts';
import { signOff } from '../setup/application.ts';
import { portraits } from './photos.ts';
import { biometricEvent, pupilDetails } from './world.ts';

/** A school on a real disk, with one pupil enrolled. */
export async function enrolledSchool() {
  const folder = freshFolder();
  const store = await openStore(path.join(folder, 'photoward.db'));
  onTestFinished(() => store.close());
  const { database } = store;
  const vault = await openFileVault(path.join(folder, 'files'), testKeys, { clearTemporary: true });
  const clock = setClock();
  const at = clock.now().toISOString();
  const sealer = createSealer(testKeys);
  const parts = { database, vault, sealer, clock, wakeJobs: () => undefined, screening: sharedScreening };
  const actor = '01J00000000000000000000001';
  await database
    .insertInto('accounts')
    .values({
      id: actor,
      email: 'o@x.example',
      displayName: 'Office',
      passwordHash: null,
      state: 'active',
      createdAt: at,
    })
    .execute();
  const version = { policy: defaultSchoolPolicy, handling: defaultHandlingPolicy, reason: 'start', createdBy: null };
  await withTransaction(database, (trx) => insertPolicyVersion(trx, clock, version));
  await database
    .insertInto('dpiaSignOffs')
    .values({ id: actor, ...signOff, recordedAt: at, recordedBy: actor })
    .execute();
  const { id: pupilId } = await addPupilTo(parts, actor, pupilDetails('A1'));
  const contact = { name: 'Jo', email: null, phone: null, relationship: 'mother', isParent: true };
  const parent = (await addGuardian(parts, actor, pupilId, contact)).id;
  const record = async (event: Parameters<typeof recordBiometricEvent>[3]['event'], guardianId: string | null) =>
    await recordBiometricEvent(parts, actor, pupilId, { ...biometricEvent(event, guardianId), event });
  await record('parent-notified', parent);
  await record('parent-consented', parent);
  const upload = { path: path.join(folder, 'upload'), originalName: 'x.jpg', bytes: 1 };
  writeFileSync(upload.path, await portraits.woman());
  const { signal } = new AbortController();
  await setPortrait(parts, actor, pupilId, upload, signal);
  await enrolPupil(parts, { pupilId, actor, differsFrom: [], isSamePupil: false }, upload, signal);
  return { folder, parts, database, vault, sealer, record, parent, pupilId, actor, clock };
}

export type School = Awaited<ReturnType<typeof enrolledSchool>>;

/** Whose templates are opened today. */
export async function galleryOf({ database, sealer, clock, parts }: School) {
  const today = isoToday(clock);
  const model = await parts.screening().templateModel();
  const open = await openGallery(database, sealer, await readRegister(database, today), today, model);
  return open?.gallery;
}
