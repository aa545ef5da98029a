import { describe, expect, it } from 'vitest';
import { addBatch } from '../features/release/release-world.ts';
import { hasBrowser } from '../support/browser/browser.ts';
import { checkAccessibility } from '../support/browser/check-accessibility.ts';
import { importAda, office } from './register-world.ts';

describe.skipIf(!hasBrowser)('the register', () => {
  it('asks for the school number again each time somebody is about to erase a pupil', async () => {
    const { page } = await office();
    await importAda(page);
    await page.getByRole('tab', { name: 'Data rights' }).click();
    await page.getByRole('button', { name: 'Erase for good' }).click();
    await page.getByLabel('Type the school number again').fill('A1');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Erase for good' }).click();
    expect(await page.getByLabel('Type the school number again').inputValue()).toBe('');
    await checkAccessibility(page);
  });

  it('shows what an erasure destroyed, and where the name still stands', async () => {
    const { page, service } = await office();
    await importAda(page);
    const batchId = await addBatch(service);
    await service.database.updateTable('batches').set({ caption: 'Ada Ferrari jumps' }).execute();
    await page.getByRole('tab', { name: 'Data rights' }).click();
    await page.getByRole('button', { name: 'Erase for good' }).click();
    await page.getByLabel('Type the school number again').fill('A1');
    await page.getByRole('dialog').getByRole('button', { name: 'Erase for good' }).click();
    await page.getByRole('heading', { name: 'A pupil was erased on' }).waitFor();
    await page.getByText('Asked for by Person with role office').waitFor();
    await page.getByText('Captions of batches: 1').waitFor();
    await checkAccessibility(page);
    expect(await page.getByText('Ferrari').count()).toBe(0);
    await page.getByRole('link', { name: 'Batch 1' }).click();
    expect(new URL(page.url()).pathname).toBe(`/batches/${batchId}`);
  });
});
