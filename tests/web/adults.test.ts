import { describe, expect, it } from 'vitest';
import { addParent, permitted, pupilDetails } from '../features/register/world.ts';
import { openChannel } from '../features/setup/application.ts';
import { hasBrowser } from '../support/browser/browser.ts';
import { checkAccessibility } from '../support/browser/check-accessibility.ts';
import { openPage } from '../support/browser/open-page.ts';
import { serveSchool } from '../support/browser/serve-pages.ts';

describe.skipIf(!hasBrowser)('a pupil who turns 18', () => {
  it('is announced on the start page, and answers for themselves', async () => {
    const service = await serveSchool({ jobConcurrency: 0 });
    await openChannel(service, await service.signInAs('admin'));
    const client = await service.signInAs('office');
    const details = { ...pupilDetails('1', 'Owen', 'Pryce'), dateOfBirth: '2008-03-20' };
    const { id } = (await client.post('/api/pupils', details)).json as { id: string };
    const parent = await addParent(client, id, 'Jo Pryce');
    await client.post(`/api/pupils/${id}/consents`, permitted(null, parent));
    const page = await openPage(client, { now: '2026-03-02T09:30:00Z' });
    await page.goto('/');
    await page.getByText('1 pupil to ask themselves').waitFor();
    await page.getByRole('link', { name: 'See who' }).click();
    const section = page.getByRole('region', { name: 'Ask these pupils themselves' });
    await section.getByText('soon 18').waitFor();
    await checkAccessibility(page);
    await section.getByRole('link', { name: 'Owen Pryce' }).click();
    await page.getByRole('tab', { name: 'Where they may appear' }).click();
    await page.getByRole('button', { name: 'Record an answer' }).first().click();
    await page.getByRole('dialog').getByText('Permitted', { exact: true }).click();
    await page.getByRole('button', { name: /Somebody not listed/ }).click();
    await page.getByRole('option', { name: 'The pupil' }).click();
    expect(await page.getByRole('textbox', { name: 'Given by' }).inputValue()).toBe('Owen Pryce');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Owen Pryce', { exact: true }).first().waitFor();
    await page.goto('/today');
    await page.getByText('No permission ends within').waitFor();
    expect(await section.count()).toBe(0);
  });
});
