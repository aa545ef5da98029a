import { describe, expect, it } from 'vitest';
import { addPhoto, readyWorld, releaseAll, settle } from '../features/release/release-world.ts';
import { hasBrowser } from '../support/browser/browser.ts';
import { checkAccessibility } from '../support/browser/check-accessibility.ts';
import { openPage } from '../support/browser/open-page.ts';
import { serveSchool } from '../support/browser/serve-pages.ts';
import { oneFace, answer, withdraw } from '../features/takedowns/takedown-world.ts';
import { addPhotoOf } from './published-world.ts';

describe.skipIf(!hasBrowser)('publishing', () => {
  it('lets a photo stay whose permission was withdrawn by mistake', async () => {
    const service = await serveSchool();
    const { pupilId } = await readyWorld(service, await service.signInAs('admin'));
    await releaseAll(service, await addPhotoOf(service, pupilId));
    await withdraw(service, pupilId);
    const page = await openPage(await service.signInAs('office'), { expected: ['409'] });
    await page.goto('/takedowns');
    await page.getByRole('button', { name: 'It may stay after all' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Why it may stay').fill('The form was another pupil’s.');
    await checkAccessibility(page);
    await dialog.getByRole('button', { name: 'It may stay after all' }).click();
    await dialog.getByText('the photo must still come down').waitFor();
    await answer(service, pupilId, 'permitted', '2027-08-31');
    await dialog.getByRole('button', { name: 'It may stay after all' }).click();
    await page.getByText('Nothing has to come down').waitFor();
    await page.getByRole('tab', { name: 'Done' }).click();
    await page.getByText('Called off: it may stay').waitFor();
  });

  it('takes everything down when a channel is closed', async () => {
    const service = await serveSchool();
    const admin = await service.signInAs('admin');
    const { pupilId } = await readyWorld(service, admin);
    const batchId = await addPhotoOf(service, pupilId);
    await addPhoto(service, batchId, { values: oneFace, demo: 2 });
    await releaseAll(service, batchId);
    const closer = await openPage(admin);
    await closer.goto('/administration/channels/website');
    await closer.getByRole('button', { name: 'Close the channel' }).click();
    await closer.getByText('The 2 photos that are published there must come down').waitFor();
    await closer.getByLabel('Why').fill('Nobody has time for it.');
    await checkAccessibility(closer);
    await closer.getByRole('dialog').getByRole('button', { name: 'Close the channel' }).click();
    await closer.getByText('The channel was closed.').waitFor();
    await closer.getByText('Nobody has time for it.').waitFor();
    await checkAccessibility(closer);
    const page = await openPage(await service.signInAs('office'));
    await page.goto('/takedowns');
    await page.getByText('The channel was closed').first().waitFor();
    expect(await page.getByRole('button', { name: 'It may stay after all' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Say what was done' }).first().click();
    await page.getByText('Removed everywhere it was put').click();
    await page.getByText('The same for all that is listed here for Channel website').click();
    await checkAccessibility(page);
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Nothing has to come down').waitFor();
  });

  it('asks a moderator to look for a pupil who was never compared', async () => {
    const service = await serveSchool();
    const { pupilId, batchId } = await readyWorld(service, await service.signInAs('admin'));
    await addPhoto(service, batchId, { values: oneFace });
    await releaseAll(service, batchId);
    await withdraw(service, pupilId);
    const page = await openPage(await service.signInAs('moderator'));
    await page.goto('/takedowns?show=looks');
    await page.getByText('Is Wilhelmina Quennell in this photo?').waitFor();
    await checkAccessibility(page);
    await page.getByRole('button', { name: 'Cannot tell' }).click();
    await page.getByText('Noted. The photo must come down.').waitFor();
    await page.getByText('Nothing to look at again').waitFor();
  });

  it('says that a photo comes down because nobody had looked, until a moderator did', async () => {
    const service = await serveSchool();
    const { pupilId, batchId } = await readyWorld(service, await service.signInAs('admin'));
    await addPhoto(service, batchId, { values: oneFace });
    await releaseAll(service, batchId);
    await withdraw(service, pupilId);
    service.clock.advance(3 * 86_400_000);
    await (await service.signInAs('dsl')).post('/api/replay');
    await settle(service);
    const page = await openPage(await service.signInAs('moderator'), { now: service.clock.now().toISOString() });
    await page.goto('/takedowns');
    await page.getByText('Nobody said in time whether this pupil is in it.').waitFor();
    await page.getByRole('tab', { name: 'Look again' }).click();
    await page.getByText('A takedown of this photo is open.').waitFor();
    await checkAccessibility(page);
    await page.getByRole('button', { name: 'Not here' }).click();
    await page.getByText('Noted. The photo may stay.').waitFor();
    await page.getByRole('tab', { name: 'To do' }).click();
    await page.getByText('Nothing has to come down').waitFor();
  });
});
