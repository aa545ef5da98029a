import { describe, expect, it } from 'vitest';
import { hasBrowser } from '../support/browser/browser.ts';
import { checkAccessibility } from '../support/browser/check-accessibility.ts';
import { openPage } from '../support/browser/open-page.ts';
import { serveSchool } from '../support/browser/serve-pages.ts';
import { addPupil } from '../features/uploads/seed.ts';

describe.skipIf(!hasBrowser)('a pupil who leaves', () => {
  it('is taken back with a word about what counts again', async () => {
    const service = await serveSchool({ jobConcurrency: 0 });
    const pupilId = await addPupil(service, { first: 'Zebedee', last: 'Quillfeather' });
    const page = await openPage(await service.signInAs('office'));
    await page.goto(`/pupils/${pupilId}`);
    await page.getByRole('tab', { name: 'Details' }).click();
    await page.getByLabel('Last day at the school').fill('2026-02-20');
    const again = page.getByText('What was permitted before they left counts again');
    expect(await again.count()).toBe(0);
    await page.getByRole('button', { name: 'Record the last day' }).click();
    await page.getByText('The last day was recorded.').waitFor();
    await page.getByText('Left on 20 February 2026').first().waitFor();
    await again.waitFor();
    await checkAccessibility(page);
    await page.getByRole('button', { name: 'Take it back' }).click();
    await page.getByText('The last day was taken back.').waitFor();
    await again.waitFor({ state: 'detached' });
  });
});
