import { expect, it } from 'vitest';
import { photoForm, portraits } from '../features/register/photos.ts';
import { changeNets, renewAll } from '../features/register/uncompared.ts';
import { addPupil, grantBiometric } from '../features/register/world.ts';
import { openChannel, signOff } from '../features/setup/application.ts';
import { hasBrowser } from '../support/browser/browser.ts';
import { checkAccessibility } from '../support/browser/check-accessibility.ts';
import { openPage } from '../support/browser/open-page.ts';
import { serveSchool } from '../support/browser/serve-pages.ts';
import { serveEnrolled } from './enrolled-school.ts';

const now = '2026-03-02T09:30:00Z';
const wide = { timeout: 240_000 };

it.skipIf(!hasBrowser)('shows the office which reference photo is not compared, and what to do', wide, async () => {
  const { service, office, pupilId } = await serveEnrolled();
  const page = await openPage(office, { now });
  const openPhotos = async () => {
    await page.goto(`/pupils/${pupilId}`);
    await page.getByRole('tab', { name: 'Face matching' }).click();
    await page.getByAltText('Reference photo 1').waitFor();
  };
  const inLineUp = page.getByText('None of these photos is compared at present.');
  await openPhotos();
  expect(await page.getByText('Not compared').count()).toBe(0);
  expect(await inLineUp.count()).toBe(0);
  await page.goto('/today');
  await page.getByRole('cell', { name: 'face matching' }).waitFor();
  expect(await page.getByText('New reference photos needed').count()).toBe(0);

  await changeNets(service, pupilId);
  await openPhotos();
  await page.getByText('Not compared yet: after an update').waitFor();
  await inLineUp.waitFor();
  await renewAll(service);
  await expect
    .poll(async () => (await office.get('/api/reference-photos')).text, { timeout: 60_000 })
    .toContain('none-usable');

  await page.goto('/today');
  await page.getByRole('heading', { name: 'New reference photos needed' }).waitFor();
  await page.getByRole('cell', { name: 'This version of Photoward can use none of the photos.' }).waitFor();
  await page.getByRole('cell', { name: 'line-up (a person looks)' }).waitFor();
  await checkAccessibility(page);
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByText('New reference photos needed').isVisible()).toBe(false);
  await page.emulateMedia({ media: 'screen' });
  await page.getByRole('row', { name: 'can use none' }).getByRole('link', { name: 'Ada Ferrari' }).click();
  await page.getByRole('tab', { name: 'Face matching' }).click();
  await page.getByText('Not compared: this version of Photoward cannot use this photo.').waitFor();
  await inLineUp.waitFor();
  await checkAccessibility(page);

  // Adding another one, as the text says, takes the pupil out of the line-up and off the list.
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Add a reference photo' }).click();
  const buffer = await portraits.sameWoman();
  await (await choosing).setFiles({ name: 'new.jpg', mimeType: 'image/jpeg', buffer });
  await page.getByText('The reference photo was added.').waitFor();
  await inLineUp.waitFor({ state: 'detached' });
  await page.goto('/today');
  await page.getByRole('cell', { name: 'cannot use every photo. The others are compared.' }).waitFor();
});

it.skipIf(!hasBrowser)(
  'says by name whom a new reference photo looks like, and takes it for a twin',
  wide,
  async () => {
    const service = await serveSchool();
    const admin = await service.signInAs('admin');
    await openChannel(service, admin);
    await admin.post('/api/dpia', signOff);
    const office = await service.signInAs('office');
    const [ada, bea] = [await addPupil(office, 'A1'), await addPupil(office, 'A2', 'Bea')];
    for (const pupilId of [ada, bea]) await grantBiometric(office, pupilId);
    const form = photoForm(await portraits.woman());
    expect((await office.send('POST', `/api/pupils/${ada}/reference-photos`, { form })).status).toBe(201);
    const page = await openPage(office, { now, expected: ['409'] });
    await page.goto(`/pupils/${bea}`);
    await page.getByRole('tab', { name: 'Face matching' }).click();
    const choosing = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Add a reference photo' }).click();
    const buffer = await portraits.sameWoman();
    await (await choosing).setFiles({ name: 'new.jpg', mimeType: 'image/jpeg', buffer });
    await page.getByText('the face is very like one that is enrolled already').waitFor();
    await page.getByRole('link', { name: 'Ada Ferrari' }).waitFor();
    expect(await page.getByText('differsFrom').count()).toBe(0);
    expect(await page.getByText(ada).count()).toBe(0);
    await checkAccessibility(page);
    await page.getByRole('button', { name: 'These are two different people' }).click();
    await page.getByText('The reference photo was added.').waitFor();

    const choosingAgain = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Add a reference photo' }).click();
    const stranger = { name: 'other.jpg', mimeType: 'image/jpeg', buffer: await portraits.other() };
    await (await choosingAgain).setFiles(stranger);
    await page.getByText('the face is not like this pupil’s other reference photos').waitFor();
    expect(await page.getByText('isSamePupil').count()).toBe(0);
    await checkAccessibility(page);
    await page.getByRole('button', { name: 'It is this pupil: add it' }).click();
    await page
      .getByText('2 of 5')
      .or(page.getByRole('img', { name: 'Reference photo 2' }))
      .first()
      .waitFor();
  },
);
