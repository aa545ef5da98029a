import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import { addBatch } from '../features/release/release-world.ts';
import { permitted, pupilDetails } from '../features/register/world.ts';
import { openChannel } from '../features/setup/application.ts';
import { hasBrowser } from '../support/browser/browser.ts';
import { launchProfile } from '../support/browser/launch-browser.ts';
import { serveSchool } from '../support/browser/serve-pages.ts';

/** Files of a browser's profile that hold a text, as bytes of either width. */
function filesHolding(folder: string, text: string): string[] {
  const needles = [Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le')];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => needles.some((needle) => readFileSync(file).includes(needle)))
    .map((file) => path.relative(folder, file));
}

it.skipIf(!hasBrowser)('no name and no typed word stays in the profile of the browser', async () => {
  const service = await serveSchool({ jobConcurrency: 0 });
  const admin = await service.signInAs('admin');
  await openChannel(service, admin);
  const [person, teacher] = [await service.signInAs('office'), await service.signInAs('staff')];
  const { id } = (await person.post('/api/pupils', pupilDetails('1', 'Zephyrine', 'Quillfeather'))).json as {
    id: string;
  };
  await person.post(`/api/pupils/${id}/consents`, permitted('website'));
  const batchId = await addBatch(service);
  await service.database.updateTable('batches').set({ title: 'Wobblethwaite day' }).execute();
  const profile = mkdtempSync(path.join(tmpdir(), 'photoward-profile-'));
  onTestFinished(() => {
    rmSync(profile, { recursive: true, force: true });
  });
  const context = await launchProfile(profile, person.origin);
  const { hostname } = new URL(person.origin);
  const signIn = async ({ cookies }: typeof person): Promise<void> => {
    await context.addCookies([...cookies].map(([name, value]) => ({ name, value, domain: hostname, path: '/' })));
  };
  await signIn(person);
  const page = await context.newPage();
  page.setDefaultTimeout(45_000);
  await page.goto('/pupils');
  await page.getByRole('searchbox').or(page.getByRole('textbox')).first().fill('Quillfeather');
  await page.getByRole('link', { name: 'Zephyrine Quillfeather' }).click();
  await page.getByRole('heading', { name: 'Zephyrine Quillfeather' }).waitFor();
  await page.getByRole('button', { name: 'Record an answer' }).first().click();
  await page.getByRole('dialog').getByText('Permitted', { exact: true }).click();
  await page.getByRole('textbox', { name: 'Given by' }).fill('Xanthippe Snodgrass');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Xanthippe Snodgrass').first().waitFor();
  await signIn(teacher);
  await page.goto(`/batches/${batchId}`);
  await page.getByRole('heading', { name: 'Wobblethwaite day' }).waitFor();
  // Chromium writes its history and its session down every ten seconds.
  await wait(11_000);
  await context.close();
  const found = ['Quillfeather', 'Snodgrass', 'Wobblethwaite'].flatMap((text) => filesHolding(profile, text));
  expect(found).toEqual([]);
  // It kept a history all the same.
  expect(filesHolding(profile, `/batches/${batchId}`)).toContain(path.join('Default', 'History'));
});
