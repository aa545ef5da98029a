import type { Page } from 'playwright-core';
import { openChannel } from '../features/setup/application.ts';
import { openPage } from '../support/browser/open-page.ts';
import { serveSchool } from '../support/browser/serve-pages.ts';
import type { TestService } from '../support/service/start-service.ts';

export const now = '2026-03-02T09:30:00Z';

export const header = 'Adno,Legal Surname,Legal Forename,Preferred Forename,Reg,Year,DOB,Date of Leaving\n';

export async function importCsv(page: Page, csv: string): Promise<void> {
  await page.goto('/imports');
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose a CSV file' }).click();
  await (await choosing).setFiles({ name: 'pupils.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
}

/** The pupil list with one pupil in it, and her page. */
export async function importAda(page: Page): Promise<void> {
  await importCsv(page, `${header}A1,Ferrari,Ada,,5B,5,30/04/2015,\n`);
  await page.getByRole('button', { name: 'Apply all' }).click();
  await page.getByText('The import was applied.').waitFor();
  await page.getByRole('link', { name: 'Register' }).click();
  await page.getByRole('link', { name: 'Ada Ferrari' }).click();
}

export async function office(): Promise<{ readonly service: TestService; readonly page: Page }> {
  const service = await serveSchool({ jobConcurrency: 0 });
  await openChannel(service, await service.signInAs('admin'));
  const page = await openPage(await service.signInAs('office'), { now, expected: ['status of 4'] });
  return { service, page };
}
