import { describe, expect, it } from 'vitest';
import { checkAccessibility } from '../support/browser/check-accessibility.ts';
import { hasBrowser } from '../support/browser/browser.ts';
import { openPage } from '../support/browser/open-page.ts';
import { serveSchool } from '../support/browser/serve-pages.ts';
import { addFlagged } from '../features/moderation/seed.ts';
import { newId } from '../../src/lib/new-id.ts';

const now = '2026-03-02T10:00:00.000Z';

describe.skipIf(!hasBrowser)('the numbers and what they stand on', () => {
  it('plots verdicts with a table beside them, and says when there is nothing', async () => {
    const service = await serveSchool();
    const page = await openPage(await service.signInAs('admin'), { now });
    await page.goto('/dashboard');
    await page.getByRole('heading', { name: 'Nothing to count yet' }).waitFor();
    await checkAccessibility(page);
    const { photoId } = await addFlagged(service, { isMatched: true });
    const { accountIds, clock, database } = service;
    const cameAt = clock.now().toISOString();
    clock.advance(40 * 60_000);
    await database
      .insertInto('decisions')
      .values({
        ...{ id: newId(), photoId, verdictId: null, outputId: null, decision: 'approve', reasonCode: 'all-permitted' },
        ...{ reasonNote: '', decidedBy: accountIds.moderator, decidedAt: clock.now().toISOString() },
      })
      .execute();
    await page.reload();
    await page.getByText('1 photo came in').waitFor();
    await page.getByText('40 minutes', { exact: true }).waitFor();
    await page.getByText('A face is likely a pupil who may not appear').waitFor();
    await page.getByText('Approved: Everybody shown may appear').waitFor();
    await page.getByRole('button', { name: 'Print' }).waitFor();
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('button', { name: 'Period' }).isVisible()).toBe(false);
    await page.getByText('1 photo came in from').waitFor();
    await page.emulateMedia({ media: 'screen' });
    // Nothing takes no time: what was decided at once was decided within a minute.
    await database.updateTable('decisions').set({ decidedAt: cameAt }).execute();
    await page.reload();
    await page.getByText('1 minute', { exact: true }).waitFor();
    await page.getByText('The same as a table').press('Enter');
    await checkAccessibility(page);
    await page.getByRole('button', { name: 'Period' }).press('Enter');
    await page.getByRole('option', { name: 'Last 4 weeks' }).press('Enter');
    await page.getByText('from 3 February 2026').waitFor();
    expect(await page.getByRole('row').count()).toBeGreaterThan(5);
  });

  it('shows the nets and warns while there is no backup', async () => {
    const service = await serveSchool();
    const page = await openPage(await service.signInAs('dsl'), { now });
    await page.goto('/administration');
    await page.getByRole('link', { name: 'Model cards' }).press('Enter');
    await page.getByText('files are the ones on record').waitFor();
    await page.getByText('Known limits').first().press('Enter');
    await checkAccessibility(page);
    await page.goto('/administration/backups');
    await page.getByText('No backup was ever made').waitFor();
    await checkAccessibility(page);
  });
});
