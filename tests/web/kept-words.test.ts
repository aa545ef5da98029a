import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { addBatch, addPhoto, readyWorld } from '../features/release/release-world.ts';
import { hasBrowser } from '../support/browser/browser.ts';
import { checkAccessibility } from '../support/browser/check-accessibility.ts';
import { openPage } from '../support/browser/open-page.ts';
import { serveSchool } from '../support/browser/serve-pages.ts';
import { testPassword, type TestService } from '../support/service/start-service.ts';

async function endSessions({ database }: TestService): Promise<void> {
  await database.deleteFrom('sessions').execute();
}

async function signIn(page: Page, email: string): Promise<void> {
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password').fill(testPassword);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

describe.skipIf(!hasBrowser)('words that were typed when the session ended', () => {
  it('are there again for whoever typed them, who is told what happened, and for nobody else', async () => {
    const service = await serveSchool();
    await readyWorld(service, await service.signInAs('admin'));
    const batchId = await addBatch(service);
    const photoId = await addPhoto(service, batchId);
    const page = await openPage(await service.signInAs('staff'), { expected: ['status of 401'] });
    await page.goto(`/batches/${batchId}?photo=${photoId}`);
    const caption = page.getByRole('textbox', { name: 'Caption' });
    await caption.fill('Three cheers for the choir');
    await endSessions(service);
    await page.getByRole('button', { name: 'Save the words' }).click();
    await page.getByText('You were signed out').waitFor();
    await checkAccessibility(page);
    await signIn(page, 'staff@oakfield.example');
    await expect.poll(() => caption.inputValue()).toBe('Three cheers for the choir');
    await page.getByRole('button', { name: 'Save the words' }).click();
    await page.getByText('Saved. The photo was judged again').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Change title and caption' }).click();
    const title = page.getByRole('dialog').getByLabel('Title');
    await title.fill('A title half typed');
    await checkAccessibility(page);
    await endSessions(service);
    await page.getByRole('button', { name: 'Save the words' }).click();
    await signIn(page, 'moderator@oakfield.example');
    await page.getByRole('button', { name: 'Change title and caption' }).click();
    await expect.poll(() => title.inputValue()).toBe('Spring fair');
  });
});
