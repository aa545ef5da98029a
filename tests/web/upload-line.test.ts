import type { Page, Route } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { openChannel } from '../features/setup/application.ts';
import { checkAccessibility } from '../support/browser/check-accessibility.ts';
import { hasBrowser } from '../support/browser/browser.ts';
import { openPage } from '../support/browser/open-page.ts';
import { serveSchool } from '../support/browser/serve-pages.ts';
import { testPassword } from '../support/service/start-service.ts';
import { choose, expectCount, openBatch, photos, plainPhoto } from './upload-world.ts';

/** As many are sent at once. */
const atOnce = 3;

/** Hold back what the page sends until it is let go, and count it. */
async function holdUploads(page: Page) {
  let held: Route[] = [];
  let isHolding = true;
  let count = 0;
  await page.route('**/api/batches/*/photos', async (route) => {
    count += 1;
    if (isHolding) held.push(route);
    else await route.continue();
  });
  return {
    count: () => count,
    letGo: async (isHoldingAfter: boolean) => {
      isHolding = isHoldingAfter;
      const routes = held;
      held = [];
      for (const route of routes) await route.continue();
    },
  };
}

/** Give files to the page as a drop or a paste does. */
async function give(page: Page, how: 'drop' | 'paste', files: Awaited<ReturnType<typeof photos>>): Promise<void> {
  const given = files.map(({ name, mimeType, buffer }) => ({ name, mimeType, bytes: [...buffer] }));
  await page.evaluate(
    ({ kind, list }) => {
      const transfer = new DataTransfer();
      for (const { name, mimeType, bytes } of list) {
        transfer.items.add(new File([new Uint8Array(bytes)], name, { type: mimeType }));
      }
      const target = document.querySelector('.file-picker')!;
      const options = { bubbles: true, cancelable: true };
      if (kind === 'paste') {
        document.body.dispatchEvent(new ClipboardEvent('paste', { ...options, clipboardData: transfer }));
        return;
      }
      target.dispatchEvent(new DragEvent('dragover', { ...options, dataTransfer: transfer }));
      target.dispatchEvent(new DragEvent('drop', { ...options, dataTransfer: transfer }));
    },
    { kind: how, list: given },
  );
}

describe.skipIf(!hasBrowser)('the line to the service', { timeout: 180_000 }, () => {
  it('can be paused, asks before the window is left, and goes on where it was cut after a reload', async () => {
    const { page } = await openBatch();
    const uploads = await holdUploads(page);
    await choose(page, await photos(5));
    await expectCount(page, 'Waiting', 5);
    await expect.poll(uploads.count).toBe(atOnce);
    await page.getByRole('button', { name: 'Pause' }).click();
    await uploads.letGo(true);
    await expectCount(page, 'Arrived', atOnce);
    await page.getByText('Paused. What has arrived is safe.').waitFor();
    expect(uploads.count()).toBe(atOnce);
    await checkAccessibility(page);

    const asked = page.waitForEvent('dialog');
    await page.evaluate(() => {
      setTimeout(() => {
        location.reload();
      });
    });
    const question = await asked;
    expect(question.type()).toBe('beforeunload');
    await question.dismiss();
    await page.getByText('Paused. What has arrived is safe.').waitFor();
    page.once('dialog', (again) => void again.accept());
    await page.reload();
    await page.getByRole('heading', { name: 'Add photos' }).waitFor();
    expect(await page.getByRole('heading', { name: 'Uploading' }).count()).toBe(0);
    await page.getByText('Was the upload cut short? Choose the same photos again').waitFor();
    await uploads.letGo(false);
    await choose(page, await photos(5));
    await expectCount(page, 'Was here already', atOnce);
    await expectCount(page, 'Arrived', 5 - atOnce);
    await page.getByText('5 photos uploaded.').waitFor();
  });

  it('carries on by itself when the connection is back, and tries again what did not arrive when asked to', async () => {
    const uploader = '**/assets/open-uppy-*';
    const { page } = await openBatch(['ERR_INTERNET_DISCONNECTED', 'ERR_FAILED', 'ERR_NETWORK_CHANGED'], uploader);
    await choose(page, [await plainPhoto(3)]);
    await expectCount(page, 'Did not arrive', 1);
    await page.getByText('The connection broke off. Try again; what has arrived is safe.').waitFor();
    await checkAccessibility(page);
    await page.unroute(uploader);
    await page.getByRole('button', { name: 'Try the failed ones again' }).click();
    await expectCount(page, 'Arrived', 1);

    await page.context().setOffline(true);
    await choose(page, await photos(2));
    await expectCount(page, 'Did not arrive', 2);
    await page.getByText('No connection. The upload carries on by itself').waitFor();
    await page.context().setOffline(false);
    await expectCount(page, 'Arrived', 3);
    await page.getByText('3 photos uploaded.').waitFor();
  });

  it('keeps the photos when the session ends, until their uploader is signed in again', async () => {
    const { page } = await openBatch(['status of 401']);
    await choose(page, await photos(2), () => page.context().clearCookies());
    await page.getByLabel('E-mail address').fill('staff@oakfield.example');
    await page.getByLabel('Password').fill(testPassword);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expectCount(page, 'Did not arrive', 2);
    await page.getByRole('button', { name: 'Try the failed ones again' }).click();
    await page.getByText('2 photos uploaded.').waitFor();
  });

  it('gives a half-filled form back to whoever filled it in, after signing in again, and to nobody else', async () => {
    const service = await serveSchool({ jobConcurrency: 0 });
    await openChannel(service, await service.signInAs('admin'));
    const page = await openPage(await service.signInAs('staff'), { expected: ['status of 401'] });
    const signIn = async (email: string): Promise<void> => {
      await page.getByLabel('E-mail address').fill(email);
      await page.getByLabel('Password').fill(testPassword);
      await page.getByRole('button', { name: 'Sign in' }).click();
    };
    const toUpload = () => page.getByRole('link', { name: 'Upload', exact: true }).click();
    await page.goto('/upload');
    await choose(page, await photos(2));
    await page.getByLabel('Title').fill('Sports day');
    await page.getByLabel('Date of the event').fill('2026-02-27');
    await page.getByText('Channel website – anybody can see it').click();
    await page.getByText('Anybody in the school').click();
    for (const none of await page.getByText('Not sure').all()) await none.click();
    await page.context().clearCookies();
    await page.getByRole('button', { name: 'Upload 2 photos' }).click();
    await signIn('staff@oakfield.example');
    await page.getByText('2 photos chosen').waitFor();
    expect(await page.getByLabel('Title').inputValue()).toBe('Sports day');
    // What was sent is not given back, and nobody is given another's.
    await page.getByRole('button', { name: 'Upload 2 photos' }).click();
    await page.getByText('2 photos uploaded.').waitFor();
    await toUpload();
    expect(await page.getByLabel('Title').inputValue()).toBe('');
    await choose(page, await photos(2));
    await page.getByLabel('Title').fill('Choir');
    await page.context().clearCookies();
    await page.getByRole('link', { name: 'My batches' }).click();
    await signIn((await service.addAccount('staff')).email);
    await toUpload();
    expect(await page.getByLabel('Title').inputValue()).toBe('');
    expect(await page.getByText('2 photos chosen').count()).toBe(0);
  });

  it('takes what is dropped and what is pasted', async () => {
    const service = await serveSchool({ jobConcurrency: 0 });
    await openChannel(service, await service.signInAs('admin'));
    const page = await openPage(await service.signInAs('staff'));
    await page.goto('/upload');
    await page.getByRole('button', { name: 'Choose photos' }).waitFor();
    const [first, second, third] = await photos(3);
    await give(page, 'drop', [first!, second!]);
    await page.getByText('2 photos chosen').waitFor();
    await give(page, 'paste', [third!]);
    await page.getByText('3 photos chosen').waitFor();
  });
});
