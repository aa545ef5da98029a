import { readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { addPhoto, confirmList, readyWorld, releaseAll, releasedWorld } from '../features/release/release-world.ts';
import { demoPhoto } from '../features/uploads/seed.ts';
import { hasBrowser } from '../support/browser/browser.ts';
import { checkAccessibility } from '../support/browser/check-accessibility.ts';
import { openPage } from '../support/browser/open-page.ts';
import { serveSchool } from '../support/browser/serve-pages.ts';
import { holdsText } from '../support/holds-text.ts';
import { readZip } from '../support/read-zip.ts';
import { withdraw } from '../features/takedowns/takedown-world.ts';
import { addPhotoOf } from './published-world.ts';

async function collect(page: Page, batchId: string): Promise<ReadonlyMap<string, Buffer>> {
  await page.goto(`/batches/${batchId}`);
  await page.getByRole('link', { name: 'Collect for Channel website' }).click();
  await page.getByRole('button', { name: 'Prepare 1 photo' }).click();
  const link = page.getByRole('link', { name: 'Download 1 photo (ZIP)' });
  await link.waitFor();
  await checkAccessibility(page);
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
  return await readZip(readFileSync(await download.path()));
}

/** While a photo waits to be taken down: a wrong address off, the right one on. */
async function correctAddress(page: Page, wrong: string, right: string): Promise<void> {
  await page.getByRole('button', { name: `Wrong address: ${wrong}` }).click();
  await page.getByRole('button', { name: 'Wrong address', exact: true }).click();
  await page.getByRole('button', { name: `Wrong address: ${wrong}` }).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Add an address' }).click();
  await page.getByLabel('Address of the post').fill(right);
  await page.getByLabel('Day it was posted').fill('2026-03-02');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('link', { name: right }).waitFor();
  await checkAccessibility(page);
}

describe.skipIf(!hasBrowser)('publishing', () => {
  it(
    'collects clean photos, records the post, and takes them down after a withdrawal',
    { timeout: 120_000 },
    async () => {
      const service = await serveSchool();
      const { pupilId } = await readyWorld(service, await service.signInAs('admin'));
      const batchId = await addPhotoOf(service, pupilId);
      const staff = await openPage(await service.signInAs('staff'));
      const files = await collect(staff, batchId);
      const photo = [...files].find(([name]) => name.endsWith('.jpg'))![1];
      expect([(await sharp(photo).metadata()).exif, holdsText(photo, 'Adobe')]).toEqual([undefined, false]);
      expect([...files.keys()]).toContain('manifest.csv');
      await staff.getByRole('button', { name: 'Mark all as posted' }).click();
      await staff.getByLabel('Address of the post').fill('https://oakfield.example/news/1');
      await staff.getByLabel('Day it was posted').fill('2026-03-02');
      await checkAccessibility(staff);
      await staff.getByRole('button', { name: 'Save' }).click();
      await staff.getByText('Posted on 2 March 2026').waitFor();
      await withdraw(service, pupilId);
      await staff.reload();
      await correctAddress(staff, 'https://oakfield.example/news/1', 'https://oakfield.example/news/2');
      await staff.goto('/');
      await staff.getByRole('region', { name: 'Takedowns' }).getByText('1 to do').waitFor();
      await checkAccessibility(staff);
      await staff.getByRole('link', { name: 'See the takedowns' }).click();
      await staff.getByText('It must come down. Why is for the office').waitFor();
      await staff.getByRole('link', { name: 'https://oakfield.example/news/2' }).waitFor();
      await correctAddress(staff, 'https://oakfield.example/news/2', 'https://oakfield.example/news/3');
      expect(await staff.getByRole('link', { name: 'https://oakfield.example/news/1' }).count()).toBe(0);
      const office = await openPage(await service.signInAs('office'));
      await office.goto('/takedowns');
      await office.getByText('A permission was withdrawn: Wilhelmina Quennell').waitFor();
      await office.getByRole('button', { name: 'Take it over' }).click();
      await office.getByText('For Person with role office').waitFor();
      // Office staff reach no collecting page of somebody else's batch: the task itself puts its addresses right.
      await correctAddress(office, 'https://oakfield.example/news/3', 'https://oakfield.example/news/4');
      await office.getByRole('link', { name: 'See the photo' }).click();
      await correctAddress(office, 'https://oakfield.example/news/4', 'https://oakfield.example/news/5');
      await office.getByText('Recorded by mistake, said Person with role office').first().waitFor();
      await office.goBack();
      await office.getByRole('button', { name: 'Say what was done' }).click();
      await office.getByText('Removed everywhere it was put').click();
      await checkAccessibility(office);
      await office.getByRole('button', { name: 'Save' }).click();
      await office.getByText('Nothing has to come down').waitFor();
      await checkAccessibility(office);
      await office.getByRole('tab', { name: 'Done' }).click();
      await office.getByText('Removed everywhere it was put').waitFor();
      const { id } = await service.database.selectFrom('releases').select('id').executeTakeFirstOrThrow();
      await office.goto(`/published/${id}`);
      await office.getByRole('button', { name: 'It is still out there' }).click();
      await checkAccessibility(office);
      await office.getByRole('dialog').getByRole('button', { name: 'It is still out there' }).click();
      await office.getByText('This photo must be taken down by').waitFor();
    },
  );

  it('says why nothing can be released, and what to do', async () => {
    const service = await serveSchool();
    const { batchId } = await readyWorld(service, await service.signInAs('admin'));
    service.clock.advance(15 * 86_400_000);
    const page = await openPage(await service.signInAs('staff'));
    await page.goto(`/batches/${batchId}/release/website`);
    await page.getByText('Ask the office to import the pupil list').waitFor();
    expect(await page.getByRole('button', { name: /^Prepare/ }).count()).toBe(0);
    await confirmList(service);
    await page.reload();
    await page.getByRole('button', { name: 'Prepare 1 photo' }).waitFor();
  });

  it('shows what is out where, finds a copy of it, and opens a takedown by hand', { timeout: 120_000 }, async () => {
    const service = await serveSchool();
    await releasedWorld(service, await service.signInAs('admin'));
    const page = await openPage(await service.signInAs('office'), { intercepts: true });
    await page.goto('/published');
    await page.getByRole('link', { name: 'Spring fair' }).waitFor();
    await checkAccessibility(page);
    // The chosen pupil's name arriving late must not open the list again: it would hide the page from screen readers.
    const onePupil = /\/api\/pupils\/[^/?]+$/;
    await page.route(onePupil, async (route) => {
      await setTimeout(300);
      await route.continue();
    });
    const named = page.waitForResponse(onePupil);
    const pupil = page.getByRole('combobox', { name: 'Pupil' });
    await pupil.fill('quenn');
    await page.getByRole('option', { name: 'Wilhelmina Quennell (4B)' }).click();
    await expect.poll(() => new URL(page.url()).searchParams.get('pupilId')).toBeTruthy();
    await (await named).finished();
    await setTimeout(200);
    expect(await pupil.inputValue()).toBe('Wilhelmina Quennell (4B)');
    expect(await page.getByRole('listbox').count()).toBe(0);
    await page.getByRole('link', { name: 'Spring fair' }).waitFor();
    await page.getByLabel('Released from').fill('2026-03-03');
    await page.getByText('No released photo fits these filters').waitFor();
    await checkAccessibility(page);
    await page.goto('/look-up');
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: 'Choose a picture' }).click(),
    ]);
    const copy = await sharp(demoPhoto(1)).resize({ width: 500 }).jpeg({ quality: 60 }).toBuffer();
    await chooser.setFiles({ name: 'copy.jpg', mimeType: 'image/jpeg', buffer: copy });
    await page.getByText('1 published photo looks like it').waitFor();
    await page.getByText('The same picture, perhaps resized').waitFor();
    await checkAccessibility(page);
    await page.getByRole('link', { name: /^Channel website, / }).click();
    await page.getByRole('cell', { name: 'Wilhelmina Quennell' }).waitFor();
    await checkAccessibility(page);
    await page.getByRole('button', { name: 'Have it taken down' }).click();
    await checkAccessibility(page);
    await page.getByRole('dialog').getByRole('button', { name: 'Have it taken down' }).click();
    await page.getByText('This photo must be taken down by 4 March 2026').waitFor();
    await page.goto('/misuse');
    await page.getByText('Do not pay, and do not answer').waitFor();
    await checkAccessibility(page);
  });

  it('asks about an address on another site than the channel or with a name in it, and takes a wrong one off again', async () => {
    const service = await serveSchool();
    const { batchId, releaseId } = await releasedWorld(service, await service.signInAs('admin'));
    await service.database.updateTable('channels').set({ accountUrl: 'https://www.oakfield.example' }).execute();
    await addPhoto(service, batchId);
    await releaseAll(service, batchId);
    const page = await openPage(await service.signInAs('staff'), { expected: ['status of 409'] });
    await page.goto(`/batches/${batchId}/release/website`);
    await page.getByRole('button', { name: 'Mark all as posted' }).click();
    await page.getByLabel('Day it was posted').fill('2026-03-02');
    await page.getByLabel('Address of the post').fill('https://social.example/1');
    await page.keyboard.press('Enter');
    await page
      .getByText('This address is on social.example, but the account of this channel is on oakfield.')
      .waitFor();
    await checkAccessibility(page);
    expect(await service.database.selectFrom('releasePosts').selectAll().execute()).toEqual([]);
    await page.getByLabel('Address of the post').press('Enter');
    await page.getByRole('link', { name: 'https://social.example/1' }).nth(1).waitFor();
    await page.getByRole('button', { name: 'Wrong address: https://social.example/1' }).first().click();
    await page.getByText('It stands at 2 photos here').waitFor();
    await page.getByRole('dialog', { name: 'Was this address recorded by mistake?' }).waitFor();
    await checkAccessibility(page);
    await page.getByRole('button', { name: 'Wrong address', exact: true }).click();
    await page.getByText('The address is taken off.').waitFor();
    await expect.poll(() => page.getByRole('link', { name: 'https://social.example/1' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Mark all as posted' }).click();
    await page.getByLabel('Day it was posted').fill('2026-03-02');
    await page.getByLabel('Address of the post').fill('https://news.oakfield.example/wilhelmina-quennell/1');
    await page.keyboard.press('Enter');
    await page.getByText('“wilhelmina quennell” in this address seems to name a pupil.').waitFor();
    await checkAccessibility(page);
    expect(await page.getByRole('alert').count()).toBe(0);
    await page.getByLabel('Address of the post').press('Enter');
    await page.getByRole('link', { name: 'https://news.oakfield.example/wilhelmina-quennell/1' }).nth(1).waitFor();
    const office = await openPage(await service.signInAs('office'));
    await office.goto(`/published/${releaseId}`);
    await office.getByText('Recorded by mistake, said Person with role staff').waitFor();
    expect(await office.getByRole('link', { name: /quennell\/1/ }).count()).toBe(1);
  });

  it.each(['admin', 'dsl', 'moderator'] as const)('greets the %s with what waits for them', async (role) => {
    const service = await serveSchool();
    const page = await openPage(await service.signInAs(role), { viewport: { width: 390, height: 800 } });
    await page.goto('/');
    await page.getByText('Nothing of yours waits.').waitFor();
    await checkAccessibility(page);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBeLessThanOrEqual(390);
  });
});
