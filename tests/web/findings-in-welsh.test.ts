import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judge } from '../../src/policy/judge.ts';
import { rules } from '../../src/policy/rules/index.ts';
import { findingsCy } from '../../src/web/strings/findings-cy.ts';
import { findingsEn } from '../../src/web/strings/findings-en.ts';
import { send, startBatch, untilScreened } from '../features/uploads/seed.ts';
import { addFlagged } from '../features/moderation/seed.ts';
import { anyEvidence, anyFacts } from '../policy/arbitrary-evidence.ts';
import { hasBrowser } from '../support/browser/browser.ts';
import { checkAccessibility } from '../support/browser/check-accessibility.ts';
import { openPage } from '../support/browser/open-page.ts';
import { serveSchool } from '../support/browser/serve-pages.ts';
import type { Client } from '../support/service/client.ts';
import { oneFace, smallPhoto } from './review-world.ts';

describe('the names of findings', () => {
  it.each([
    ['English', findingsEn],
    ['Welsh', findingsCy],
  ])('are there in %s for everything a rule finds or leaves open', (_, { findingNames }) => {
    const names: Readonly<Record<string, string>> = findingNames.names;
    expect(Object.keys(findingNames.rules)).toEqual(expect.arrayContaining(rules.map(({ id }) => id)));
    fc.assert(
      fc.property(anyEvidence, anyFacts, (evidence, facts) =>
        judge(evidence, facts).findings.every(({ code }) => code in names || code.endsWith('/unknown')),
      ),
    );
  });

  it('differ between the two languages, one by one', () => {
    const same = Object.entries(findingsEn.findingNames.names).filter(
      ([code, name]) => findingsCy.findingNames.names[code as keyof typeof findingsCy.findingNames.names] === name,
    );
    expect(same).toEqual([]);
  });
});

async function openInWelsh(client: Client, address: string) {
  const page = await openPage(client, { language: 'cy' });
  await page.goto(address);
  return page;
}

describe.skipIf(!hasBrowser)('findings on Welsh pages', { timeout: 120_000 }, () => {
  it('say what and where in Welsh, and mark the English reason as English', async () => {
    const service = await serveSchool({ jobConcurrency: 0 });
    const { photoId } = await addFlagged(service, { isMatched: true, preview: await smallPhoto() });
    const page = await openInWelsh(await service.signInAs('moderator'), `/review/${photoId}`);
    const finding = page.getByRole('button', {
      name: 'Wyneb 1: Mae wyneb yn debyg o fod yn ddisgybl na chaiff ymddangos.',
    });
    const reason = finding.locator('[lang=en]');
    await expect.poll(() => reason.textContent()).toContain('Face 1 is likely to be Zebedee Quillfeather');
    await checkAccessibility(page);
  });

  it('tell the uploader in Welsh what is to be done', async () => {
    const service = await serveSchool();
    const staff = await service.signInAs('staff');
    const batchId = await startBatch(service, staff, { caption: 'anna@oak.example' });
    await send(staff, batchId, { 'one.jpg': await oneFace() });
    await untilScreened(staff, batchId, service.origin);
    const page = await openInWelsh(staff, `/batches/${batchId}`);
    await page.getByRole('button', { name: /1/ }).and(page.locator('.upload-tile')).click();
    const told = page.getByText('Efallai na chaiff rhywbeth a ysgrifennwyd yn y llun');
    await told.waitFor();
    // Its English says nothing that the Welsh does not.
    expect(await told.locator('[lang=en]').count()).toBe(0);
    await page.getByText('A oes enw yn y capsiwn, y testun amgen neu deitl y swp?').waitFor();
    await checkAccessibility(page);
  });
});
