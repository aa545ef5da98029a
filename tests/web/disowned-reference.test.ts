import { expect, it } from 'vitest';
import { hasBrowser } from '../support/browser/browser.ts';
import { checkAccessibility } from '../support/browser/check-accessibility.ts';
import { openPage } from '../support/browser/open-page.ts';
import { serveEnrolled } from './enrolled-school.ts';

const wide = { timeout: 240_000 };

it.skipIf(!hasBrowser)('lets the office say that a reference photo shows another child', wide, async () => {
  const { office, pupilId } = await serveEnrolled();
  const page = await openPage(office, { now: '2026-03-02T09:30:00Z' });
  await page.goto(`/pupils/${pupilId}`);
  await page.getByRole('tab', { name: 'Face matching' }).click();
  await page.getByAltText('Reference photo 1').waitFor();
  await page.getByRole('button', { name: 'It shows another child' }).click();
  await page.getByRole('dialog').getByText('this pupil was not looked for').waitFor();
  await checkAccessibility(page);
  await page.getByRole('dialog').getByRole('button', { name: 'It shows another child' }).click();
  await page.getByText('Photos that were compared with it are judged again now.').waitFor();
  await expect.poll(() => page.getByAltText('Reference photo 1').count()).toBe(0);
});
