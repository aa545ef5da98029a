import { describe, expect, it } from 'vitest';
import { hasBrowser } from '../support/browser/browser.ts';
import { checkAccessibility } from '../support/browser/check-accessibility.ts';
import { header, importCsv, importAda, office } from './register-world.ts';

describe.skipIf(!hasBrowser)('the register', () => {
  it('says what to do when it is empty, shows an import line by line, and applies it', async () => {
    const { page } = await office();
    await page.goto('/pupils');
    await page.getByRole('heading', { name: 'No pupils yet' }).waitFor();
    await checkAccessibility(page);
    await importCsv(page, `${header}A1,Ferrari,Ada,Addie,5B,5,30/04/2015,\n,O’Neil,Zoë,,5B,5,,\n`);
    await page.getByText('1 line has a problem').waitFor();
    await page.getByText('school number is missing').waitFor();
    expect(await page.getByRole('button', { name: 'Apply all' }).count()).toBe(0);
    await checkAccessibility(page);
    await page.getByRole('button', { name: 'Give up' }).click();
    // A school's export often holds the answers, too: nobody shall believe that they came in.
    const answers = header.trim().concat(',Channel website\n');
    await importCsv(page, `${answers}A1,Ferrari,Ada,,5B,5,,,yes\n`);
    await page.getByText('No answer is brought in with a pupil list').waitFor();
    await checkAccessibility(page);
    await importCsv(page, `${header}A1,Ferrari,Ada,Addie,5B,5,30/04/2015,\nA2,O’Neil,Zoë,,4A,4,,\n`);
    await page.getByText('Nothing has been changed yet').waitFor();
    expect(await page.getByText('No answer is brought in').count()).toBe(0);
    await page.getByRole('cell', { name: 'Ada Ferrari (A1)' }).waitFor();
    await page.getByRole('button', { name: 'Apply all' }).click();
    await page.getByText('The import was applied.').waitFor();
    await page.getByRole('link', { name: 'Back to the imports' }).click();
    await page.getByRole('button', { name: 'Choose a CSV file' }).waitFor();
    await page.getByRole('link', { name: 'Register' }).click();
    await page.getByText('2 of 2 pupils').waitFor();
    await page.getByLabel('Search by name or school number').fill('zoe one');
    await page.getByText('1 of 2 pupils').waitFor();
    await page.getByRole('link', { name: 'Zoë O’Neil' }).waitFor();
    await checkAccessibility(page);
  });

  it('undoes an import after saying how many of what goes back, and names who does not', async () => {
    const { page, service } = await office();
    await importCsv(page, `${header}A1,Ferrari,Ada,,5B,5,,\nA2,Li,Ed,,5B,5,,\nA3,Marlow,Bea,,5B,5,,\n`);
    await page.getByRole('button', { name: 'Apply all' }).click();
    await page.getByText('The import was applied.').waitFor();
    await service.database.updateTable('pupils').set({ version: 2 }).where('schoolNumber', '=', 'A2').execute();
    await page.getByRole('button', { name: 'Undo this import…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('2 added pupils go away again.').waitFor();
    await dialog.getByText('1 added pupil stays at the school.').waitFor();
    await dialog.getByRole('link', { name: 'Ed Li (A2)' }).waitFor();
    await checkAccessibility(page);
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    expect(await service.database.selectFrom('pupils').select('id').execute()).toHaveLength(3);
    await page.getByRole('button', { name: 'Undo this import…' }).click();
    await dialog.getByRole('button', { name: 'Undo all of it' }).click();
    await page.getByText('The import was undone.').waitFor();
    await page.getByText('Undone on 2 March 2026').waitFor();
    await page.getByRole('link', { name: 'Ed Li (A2)' }).waitFor();
    expect(await page.getByRole('button', { name: 'Undo this import…' }).count()).toBe(0);
    await checkAccessibility(page);
    expect(await service.database.selectFrom('pupils').select(['schoolNumber', 'leftOn']).execute()).toEqual([
      { schoolNumber: 'A2', leftOn: null },
    ]);
  });

  it('records an answer, a parent, the steps of the law and an objection; the sheet for the trip follows', async () => {
    const { page, service } = await office();
    await importAda(page);
    await page.getByText('May not appear today on: Channel website.').waitFor();
    await checkAccessibility(page);
    // Where this pupil was published is one step away, and the answer says what it does not cover.
    await page.getByRole('link', { name: 'See where' }).click();
    await page.getByText('Look at those before you tell a parent').waitFor();
    await page.getByText('No released photo fits these filters').waitFor();
    await expect.poll(() => page.getByRole('combobox', { name: 'Pupil' }).inputValue()).toBe('Ada Ferrari (5B)');
    await checkAccessibility(page);
    await page.goBack();

    await page.getByRole('button', { name: 'Record an answer', exact: true }).click();
    await page.getByLabel('Given by').fill('Jo Ferrari, mother');
    // Nothing is answered beforehand, so that nobody records a permission where a parent withdrew it.
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Choose one of these.').waitFor();
    expect(await service.database.selectFrom('consents').select('id').execute()).toEqual([]);
    await checkAccessibility(page);
    await page.getByRole('dialog').getByText('Permitted', { exact: true }).click();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('May appear today on every open channel.').waitFor();
    await page.getByRole('cell', { name: '1 March 2027' }).first().waitFor();

    await page.getByRole('button', { name: 'By mistake: Permitted, Jo Ferrari, mother' }).click();
    await checkAccessibility(page);
    await page.getByRole('dialog').getByRole('button', { name: 'By mistake' }).click();
    await page.getByText('May not appear today on: Channel website.').waitFor();
    await page.getByText('Recorded by mistake (').waitFor();
    await checkAccessibility(page);

    await page.getByRole('tab', { name: 'Guardians' }).click();
    await page.getByRole('button', { name: 'Add a guardian' }).click();
    await page.getByLabel('Name', { exact: true }).fill('Jo Ferrari');
    await page.getByLabel('Who they are to the pupil').fill('mother');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Jo Ferrari, mother').waitFor();

    await page.getByRole('tab', { name: 'Face matching' }).click();
    await page.getByText('a parent was not told').waitFor();
    await page.getByRole('button', { name: 'Record that they were told: Jo Ferrari' }).click();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Jo Ferrari: Told').waitFor();
    await page.getByRole('button', { name: 'Record the written consent: Jo Ferrari' }).click();
    await page.getByText('It was given in writing').click();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Complete: this pupil may be matched by face.').waitFor();
    await checkAccessibility(page);

    await page.getByRole('tab', { name: 'Where they may appear' }).click();
    await page.getByRole('button', { name: 'Record that the pupil objects' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Record that the pupil objects' }).click();
    await page.getByText('May not appear today on: Channel website.').waitFor();

    await page.getByRole('link', { name: 'Who may not appear' }).click();
    await page.getByText('1 of 1 pupils may not appear.').waitFor();
    await page.getByRole('cell', { name: 'the pupil objects' }).waitFor();
    await checkAccessibility(page);
    // The sheet says what it is about, without the fields that say it on screen.
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(() => {
      document.documentElement.dataset['theme'] = 'dark';
    });
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe('light');
    await page.getByText('Every open channel · 2 March 2026 · All classes').waitFor();
    expect(await page.getByLabel('Day').isVisible()).toBe(false);
    expect(await page.getByText('Permission ends soon').isVisible()).toBe(false);
    await page.emulateMedia({ media: 'screen' });
    const objections = await service.database.selectFrom('pupilObjections').select('objectedOn').execute();
    expect(objections).toEqual([{ objectedOn: '2026-03-02' }]);
  });

  it('filters 2,000 pupils within 100 ms of a key, and works on a telephone', { timeout: 120_000 }, async () => {
    const { page } = await office();
    const rows = Array.from(
      { length: 2_000 },
      (_, at) => `N${at},Family${at % 97},Given${at},,${at % 12}A,${at % 12},,`,
    );
    await importCsv(page, `${header}${rows.join('\n')}\n`);
    await page.getByRole('button', { name: 'Apply all' }).click();
    await page.getByText('The import was applied.').waitFor();
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto('/pupils');
    await page.getByText('2000 of 2000 pupils').waitFor({ timeout: 60_000 });
    const search = page.getByLabel('Search by name or school number');
    await search.focus();
    await page.evaluate(() => {
      const input = document.activeElement as HTMLInputElement;
      const status = document.querySelector('[role=status].muted')!;
      input.addEventListener('input', () => {
        const began = performance.now();
        new MutationObserver((_, observer) => {
          observer.disconnect();
          requestAnimationFrame(() => {
            input.dataset['took'] = String(performance.now() - began);
          });
        }).observe(status, { childList: true, characterData: true, subtree: true });
      });
    });
    const took: number[] = [];
    for (const key of 'given') {
      await search.press(key);
      await page
        .waitForFunction(() => (document.activeElement as HTMLElement).dataset['took'] !== undefined, undefined, {
          timeout: 2_000,
        })
        .catch(() => undefined);
      took.push(Number(await search.getAttribute('data-took')));
      await search.evaluate((input: HTMLElement) => delete input.dataset['took']);
    }
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width, 'nothing is wider than the screen').toBeLessThanOrEqual(390);
    expect(Math.min(...took)).toBeLessThan(100);
  });
});
