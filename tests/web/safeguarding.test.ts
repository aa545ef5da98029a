import { describe, expect, it } from 'vitest';
import { addFlagged, reasonInSeal } from '../features/moderation/seed.ts';
import { addPupil, restrict } from '../features/uploads/seed.ts';
import { hasBrowser } from '../support/browser/browser.ts';
import { checkAccessibility } from '../support/browser/check-accessibility.ts';
import { openPage } from '../support/browser/open-page.ts';
import { serveSchool } from '../support/browser/serve-pages.ts';

describe.skipIf(!hasBrowser)('safeguarding', { timeout: 120_000 }, () => {
  it('closes a quarantined photo without any picture, with who was told', async () => {
    const service = await serveSchool({ jobConcurrency: 0 });
    const { photoId } = await addFlagged(service, { isQuarantined: true });
    const page = await openPage(await service.signInAs('dsl'));
    const pictures: string[] = [];
    page.on('request', (request) => {
      if (/preview|view$|portrait/.test(request.url())) pictures.push(request.url());
    });
    await page.goto('/safeguarding');
    await page.getByText('1 open case').waitFor();
    await page.getByText('Do not view, copy, print').waitFor();
    await checkAccessibility(page);

    await page.getByRole('button', { name: 'Record who was told' }).click();
    const told = page.getByRole('dialog', { name: 'Record who was told' });
    await told.getByLabel('Name, office or reference').fill('PC Jones, 4711');
    await told.getByLabel('What they were told').fill('That there may be such a picture.');
    await told.getByLabel('On', { exact: true }).fill('2026-03-02');
    await checkAccessibility(page);
    await told.getByRole('button', { name: 'Record who was told' }).click();
    await page.getByText('Police: PC Jones, 4711').first().waitFor();

    await page.getByRole('button', { name: 'Close the case' }).click();
    const close = page.getByRole('dialog', { name: 'Close this case' });
    await checkAccessibility(page);
    await close.getByText('Reported: it is rejected').click();
    await close.getByLabel('What was done').fill('Told the police; they took it over.');
    await close.getByRole('button', { name: 'Close the case' }).click();
    await page.getByText('Nothing is in quarantine').waitFor();
    const photo = await service.database.selectFrom('photos').select('state').where('id', '=', photoId).execute();
    expect(photo).toEqual([{ state: 'rejected' }]);
    expect(pictures).toEqual([]);
  });

  it('restricts a pupil, and shows the reason on request alone, which is recorded', async () => {
    const service = await serveSchool({ jobConcurrency: 0 });
    const pupilId = await addPupil(service, { first: 'Zebedee', last: 'Quillfeather', className: '4B' });
    await restrict(service, pupilId, reasonInSeal);
    const page = await openPage(await service.signInAs('dsl'));
    await page.goto('/safeguarding');
    await page.getByLabel('Find a pupil').fill('quill');
    await page.getByRole('link', { name: 'Zebedee Quillfeather' }).click();
    await page.getByText('In force', { exact: true }).waitFor();
    await checkAccessibility(page);
    expect(await page.getByText(reasonInSeal).count()).toBe(0);
    await page.getByRole('button', { name: 'Read the reason' }).click();
    await page.getByText(reasonInSeal).waitFor();
    const readings = await service.database
      .selectFrom('auditEvents')
      .select('action')
      .where('action', '=', 'restriction/read')
      .execute();
    expect(readings).toHaveLength(1);

    await page.getByRole('button', { name: 'Restrict this pupil' }).click();
    const dialog = page.getByRole('dialog', { name: 'Never publish this pupil' });
    await dialog.getByLabel('Reason').fill('A second reason');
    await dialog.getByLabel('From').fill('2026-03-02');
    await checkAccessibility(page);
    await dialog.getByRole('button', { name: 'Restrict this pupil' }).click();
    await page.getByText('The restriction is recorded.').waitFor();

    await page.getByRole('button', { name: 'Add a contact warning' }).click();
    await page.getByLabel('Who must not be contacted').fill('The father');
    await page.getByRole('dialog').getByRole('button', { name: 'Add a contact warning' }).click();
    await page.getByText('The father').waitFor();
    await page.getByRole('button', { name: 'Lift' }).last().click();
    await page.getByRole('dialog').getByRole('button', { name: 'Lift' }).click();
    await page.getByText('lifted 2 March 2026').waitFor();
    await checkAccessibility(page);
  });

  it('is closed to moderators', async () => {
    const service = await serveSchool({ jobConcurrency: 0 });
    const page = await openPage(await service.signInAs('moderator'));
    await page.goto('/safeguarding');
    await page.getByText('Your role does not open this page').waitFor();
  });
});
