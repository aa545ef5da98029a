import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { permitted } from '../features/register/world.ts';
import { hasBrowser } from '../support/browser/browser.ts';
import { checkAccessibility } from '../support/browser/check-accessibility.ts';
import { header, importCsv, importAda, office } from './register-world.ts';

/** As keys and clicks come on a busy machine: the second is dealt with before any timer of the first. */
async function pressTwiceAtOnce(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name }).evaluate(async (button: HTMLElement) => {
    const { scheduler } = globalThis as unknown as {
      readonly scheduler: {
        readonly postTask: (task: () => void, how: { readonly priority: string }) => Promise<void>;
      };
    };
    const press = (): void => {
      button.click();
    };
    press();
    await scheduler.postTask(press, { priority: 'user-blocking' });
  });
}

describe.skipIf(!hasBrowser)('the register', () => {
  it('keeps a colleague’s change when two people edit a pupil, and says where both typed', async () => {
    const { page, service } = await office();
    await importAda(page);
    await page.getByRole('tab', { name: 'Details' }).click();
    await page.locator('input[name=className]').fill('6A');
    const colleague = await service.signIn((await service.addAccount('office')).email);
    const [{ id } = { id: '' }] = await service.database.selectFrom('pupils').select('id').execute();
    const details = { schoolNumber: 'A1', firstName: 'Ada', lastName: 'Ferrari-Lee', preferredName: null, otherNames: [], className: '7C', yearGroup: '5', dateOfBirth: null }; // prettier-ignore
    const read = (await colleague.get(`/api/pupils/${id}`)).json as { version: number };
    const changed = await colleague.send('PUT', `/api/pupils/${id}`, { body: { ...details, version: read.version } }); // prettier-ignore
    expect(changed.status, changed.text).toBe(204);
    await page.getByRole('button', { name: 'Save' }).first().click();
    await page.getByText('Somebody else has changed this meanwhile: Class (7C)').waitFor();
    expect(await page.locator('input[name=lastName]').inputValue()).toBe('Ferrari-Lee');
    expect(await page.locator('input[name=className]').inputValue()).toBe('6A');
    await checkAccessibility(page);
    await page.getByRole('button', { name: 'Save' }).first().click();
    await page.getByText('The details were saved.').waitFor();
    const saved = await service.database
      .selectFrom('pupils')
      .select(['lastName', 'className', 'dateOfBirth'])
      .execute();
    expect(saved).toEqual([{ lastName: 'Ferrari-Lee', className: '6A', dateOfBirth: null }]);
  });

  it('keeps what was typed of a guardian when a colleague was quicker, also where they took the guardian away', async () => {
    const { page, service } = await office();
    await importAda(page);
    const colleague = await service.signIn((await service.addAccount('office')).email);
    const [{ id } = { id: '' }] = await service.database.selectFrom('pupils').select('id').execute();
    const jo = { name: 'Jo Ferrari', email: null, phone: null, relationship: 'mother', isParent: true };
    const added = await colleague.post(`/api/pupils/${id}/guardians`, jo);
    const at = `/api/pupils/${id}/guardians/${(added.json as { id: string }).id}`;
    await page.getByRole('tab', { name: 'Guardians' }).click();
    await page.getByRole('button', { name: 'Change: Jo Ferrari' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Telephone').fill('01632 960 001');
    const body = { ...jo, name: 'Jo Ferrari-Lee', phone: '01632 960 999', version: 1 };
    expect((await colleague.send('PUT', at, { body })).status).toBe(204);
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.getByText('Somebody else has changed this meanwhile: Telephone (01632 960 999)').waitFor();
    expect(await dialog.getByLabel('Name', { exact: true }).inputValue()).toBe('Jo Ferrari-Lee');
    expect(await dialog.getByLabel('Telephone').inputValue()).toBe('01632 960 001');
    await checkAccessibility(page);
    await dialog.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Guardians were changed.').waitFor();
    await dialog.waitFor({ state: 'detached' });
    const focused = () => page.evaluate(() => document.activeElement?.textContent);
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Change: Jo Ferrari-Lee');
    const read = async () => await service.database.selectFrom('guardians').select(['name', 'phone']).execute();
    expect(await read()).toEqual([{ name: 'Jo Ferrari-Lee', phone: '01632 960 001' }]);

    await page.keyboard.press('Enter');
    await dialog.getByLabel('Telephone').fill('01632 960 002');
    expect((await colleague.send('DELETE', `${at}?version=3`)).status).toBe(204);
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.getByText('Somebody else has parted this guardian from the pupil meanwhile').waitFor();
    expect(await dialog.getByLabel('Telephone').inputValue()).toBe('01632 960 002');
    await checkAccessibility(page);
    expect(await read()).toEqual([]);
    await dialog.getByRole('button', { name: 'Save' }).click();
    await page.getByText('01632 960 002').waitFor();
    expect(await read()).toEqual([{ name: 'Jo Ferrari-Lee', phone: '01632 960 002' }]);
    await expect.poll(focused).toBe('Guardians');
  }); // prettier-ignore

  it('keeps what a colleague says of siblings, and the focus', async () => {
    const { page, service } = await office();
    const names = ['Ada', 'Bea', 'Cy'].map((name, at) => `A${at + 1},Ferrari,${name},,5B,5,,`).join('\n');
    await importCsv(page, `${header}${names}\n`);
    await page.getByRole('button', { name: 'Apply all' }).click();
    await page.getByText('The import was applied.').waitFor();
    const [ada, bea, cy] = (await service.database.selectFrom('pupils').select('id').orderBy('schoolNumber').execute()).map(({ id }) => id);
    const colleague = await service.signIn((await service.addAccount('office')).email);
    await page.goto(`/pupils/${ada}`);
    await page.getByRole('tab', { name: 'Details' }).click();
    await page.getByLabel('Add a brother or sister').waitFor();
    await colleague.send('PUT', `/api/pupils/${ada}/siblings/${bea}`);
    await page.getByLabel('Add a brother or sister').press('C');
    await page.getByRole('option', { name: 'Cy Ferrari, 5B (A3)' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Remove: Bea Ferrari' }).waitFor();
    const removing = page.getByRole('button', { name: 'Remove: Cy Ferrari' });
    await removing.focus();
    await page.keyboard.press('Enter');
    await removing.waitFor({ state: 'detached' });
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('siblings');
    await checkAccessibility(page);
    const pairs = await service.database.selectFrom('pupilSiblings').select(['pupilId', 'siblingId']).execute();
    expect(pairs.flatMap((pair) => [pair.pupilId, pair.siblingId]).sort()).toEqual([ada, bea].sort());
    expect(cy).toBeDefined();
  }); // prettier-ignore

  it('does not let a refusal that changes nothing go unseen', async () => {
    const { page, service } = await office();
    await importAda(page);
    const [{ id } = { id: '' }] = await service.database.selectFrom('pupils').select('id').execute();
    await (await service.signInAs('office')).post(`/api/pupils/${id}/consents`, permitted('website'));
    await page.getByRole('button', { name: 'Record an answer', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Refused').click();
    await dialog.getByLabel('Given by').fill('Jo Ferrari, mother');
    await dialog.getByLabel('From', { exact: true }).fill('2025-03-01');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.getByText('this pupil may still appear on: Channel website.').waitFor();
    await checkAccessibility(page);
    await dialog.getByRole('button', { name: 'Close' }).last().click();
    await page.getByText('May appear today on every open channel.').waitFor();
    await page.getByRole('button', { name: 'Record an answer', exact: true }).click();
    await dialog.getByText('Refused').click();
    await dialog.getByLabel('Given by').fill('Jo Ferrari, mother');
    await dialog.getByLabel('From', { exact: true }).fill('2099-03-01');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.getByText('begins on 1 March 2099. Until then this pupil may still appear on: Channel website.').waitFor();
  }); // prettier-ignore

  it('says of a list of answers what is on record already, and what it would end', async () => {
    const { page, service } = await office();
    await importAda(page);
    await page.getByText('May not appear today').waitFor();
    const colleague = await service.signIn((await service.addAccount('office')).email);
    const [{ id } = { id: '' }] = await service.database.selectFrom('pupils').select('id').execute();
    const no = { ...permitted('website'), answer: 'refused', validUntil: null, givenBy: 'Jo' };
    await colleague.post(`/api/pupils/${id}/consents`, no);
    const check = async (csv: string): Promise<void> => {
      await page.goto('/imports');
      await page.getByLabel('Who answered, where the file does not say').fill('Jo');
      const choosing = page.waitForEvent('filechooser');
      await page.getByRole('button', { name: 'Choose a file of answers' }).click();
      await (await choosing).setFiles({ name: 'answers.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
    };
    await check('Adno,website\nA1,yes\n');
    await page.getByText('Some lines permit what the same person has refused or withdrawn.').waitFor();
    await page.getByText('Channel website: Permitted (until now: Refused)').waitFor();
    await checkAccessibility(page);
    await check('Adno,website\nA1,no\n');
    await page.getByText('1 answer is on record already').waitFor();
    await page.getByText('Everything in this file is on record already').waitFor();
    await page.getByRole('button', { name: 'Apply all' }).click();
    await page.getByText('The import was applied.').waitFor();
    await page.goto(`/pupils/${id}`);
    await page.getByRole('link', { name: 'Said again by a list (2 March 2026)' }).waitFor();
    await page.getByRole('button', { name: 'By mistake: Refused, Jo' }).click();
    await page.getByRole('dialog').getByText('A list has said the same since.').waitFor();
    await checkAccessibility(page);
    await page.getByRole('dialog').getByRole('button', { name: 'By mistake' }).click();
    await page.getByText('Recorded by mistake (').waitFor();
    await page.getByRole('link', { name: 'Import', exact: true }).waitFor();
    await page.getByText('May not appear today on: Channel website.').waitFor();
  });

  it('begins a form anew after a refusal that was left', async () => {
    const { page } = await office();
    await page.goto('/pupils');
    await page.getByRole('button', { name: 'Add a pupil' }).click();
    await page.getByLabel('School number', { exact: true }).fill('no such number');
    await page.getByLabel('First name').fill('Tess');
    await page.getByLabel('Last name').fill('Trial');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Add a pupil' }).click();
    expect(await page.getByLabel('First name').inputValue()).toBe('');
    expect(await page.getByRole('alert').count()).toBe(0);
  });

  it('sends once, however quickly it is asked to twice', async () => {
    const { page } = await office();
    await importAda(page);
    await page.getByRole('button', { name: 'Record an answer', exact: true }).click();
    await page.getByRole('dialog').getByText('Permitted', { exact: true }).click();
    await page.getByLabel('Given by').fill('Jo Ferrari, mother');
    const sent: string[] = [];
    page.on('request', (request) => {
      if (request.method() === 'POST') sent.push(new URL(request.url()).pathname);
    });
    await pressTwiceAtOnce(page, 'Save');
    await page.getByText('May appear today on every open channel.').waitFor();
    expect(sent).toEqual([expect.stringMatching(/consents$/)]);
  });
});
