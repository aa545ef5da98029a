import { photoForm, portraits } from '../features/register/photos.ts';
import { addPupil, grantBiometric } from '../features/register/world.ts';
import { openChannel, signOff } from '../features/setup/application.ts';
import { serveSchool } from '../support/browser/serve-pages.ts';

/** A school that compares faces, with one pupil who has one reference photo. */
export async function serveEnrolled() {
  const service = await serveSchool();
  const admin = await service.signInAs('admin');
  await openChannel(service, admin);
  await admin.post('/api/dpia', signOff);
  const office = await service.signInAs('office');
  const pupilId = await addPupil(office, 'A1');
  await grantBiometric(office, pupilId);
  const form = photoForm(await portraits.woman());
  const added = await office.send('POST', `/api/pupils/${pupilId}/reference-photos`, { form });
  if (added.status !== 201) throw new Error(added.text);
  return { service, office, pupilId };
}
