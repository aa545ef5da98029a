import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { defaultHandlingPolicy } from '../../src/policy/default-handling-policy.ts';
import { defaultSchoolPolicy } from '../../src/policy/default-school-policy.ts';
import { measuredAccuracy } from '../../src/web/notices/measured-accuracy.ts';
import { documentText } from '../../src/web/notices/notice-document.ts';
import { noticeKinds, type NoticeFacts } from '../../src/web/notices/notice-facts.ts';
import { writeNotice } from '../../src/web/notices/write-notice.ts';
import { openChannel, signOff } from '../features/setup/application.ts';
import { checkAccessibility } from '../support/browser/check-accessibility.ts';
import { hasBrowser } from '../support/browser/browser.ts';
import { openPage } from '../support/browser/open-page.ts';
import { serveSchool } from '../support/browser/serve-pages.ts';
import { readingGrade } from './reading-grade.ts';

const facts: NoticeFacts = {
  school: {
    ...{ name: 'Oakfield School', urn: null, address: null, websiteUrl: null, policyUrl: null, language: 'en' },
    ...{ dataProtectionContact: 'Ina Officer', safeguardingContact: 'Mrs Bell', complaintsContact: 'The chair' },
  },
  policy: {
    number: 3,
    rules: defaultSchoolPolicy,
    handling: { ...defaultHandlingPolicy, releaseDays: 731 },
  },
  isMatchingOn: true,
  signOff: null,
  channels: [
    { id: 'website', name: 'School website', audience: 'public', namesAllowed: false, noRecordMeans: 'refused' },
    { id: 'news', name: 'Newsletter', audience: 'closed', namesAllowed: true, noRecordMeans: 'refused' },
  ],
  nets: [{ id: 'fr_detect', source: 'a package 1.0', licence: 'MIT' }],
  today: '2026-03-02',
};
const withoutMatching = { ...facts, isMatchingOn: false };
const english = (kind: (typeof noticeKinds)[number], given: NoticeFacts = facts): string =>
  documentText(writeNotice(kind, 'en', given));

describe('what the school tells and asks', () => {
  it('measures a reading age', () => {
    expect(readingGrade('The cat sat on the mat. The dog ran to the cat.')).toBeLessThan(1);
    expect(
      readingGrade('Organisational considerations regarding biometric identification necessitate documentation.'),
    ).toBeGreaterThan(20);
  });

  it.each([facts, withoutMatching])('speaks to pupils of nine', (given) => {
    expect(readingGrade(english('pupils', given))).toBeLessThanOrEqual(4);
  });

  it('follows the settings in force', () => {
    expect(english('parents')).toContain('731 days');
    expect(english('parents')).toContain('Face recognition is on.');
    expect(english('parents', withoutMatching)).toContain('Face recognition is off.');
    expect(english('dpia')).toContain('a package 1.0 | Finds faces | MIT');
    expect(english('dpia', { ...facts, channels: [] })).toContain('none open');
  });

  it('asks for biometric permission apart from the rest, and only with matching', () => {
    expect(english('consent')).toContain('section 26 of the Protection of Freedoms Act 2012');
    expect(english('consent')).toContain('School website: everybody in the world');
    expect(english('consent', withoutMatching)).not.toContain('Protection of Freedoms');
  });

  it('says the same in Welsh, section by section', () => {
    for (const kind of noticeKinds) {
      const [en, cy] = [writeNotice(kind, 'en', facts), writeNotice(kind, 'cy', facts)];
      expect(cy.sections.map(({ blocks }) => blocks.length)).toEqual(en.sections.map(({ blocks }) => blocks.length));
      expect(documentText(cy)).not.toContain('undefined');
      expect(cy.title).not.toBe(en.title);
    }
  });

  it('cites the accuracy that the README cites', () => {
    const readme = readFileSync(path.join(import.meta.dirname, '..', '..', 'README.md'), 'utf8');
    const unknown = Object.values(measuredAccuracy).filter((figure) => !readme.includes(figure));
    expect(unknown, 'figures in measured-accuracy.ts that the README no longer has').toEqual([]);
  });
});

describe.skipIf(!hasBrowser)('the notices page', () => {
  it('shows every document in both languages, and what is missing', async () => {
    const service = await serveSchool();
    const page = await openPage(await service.signInAs('office'));
    await page.goto('/notices');
    await page.getByText('The settings lack something').waitFor();
    const admin = await service.signInAs('admin');
    await openChannel(service, admin);
    expect((await admin.post('/api/dpia', signOff)).status).toBe(201);
    await page.reload();
    await page.getByText('Face recognition is on.').waitFor();
    await checkAccessibility(page);
    await page.getByRole('radio', { name: 'Privacy notice for parents' }).focus();
    for (const heading of ['Your photo at school', 'Photos: your answer', 'Data protection impact assessment']) {
      await page.keyboard.press('ArrowDown');
      await page.getByRole('heading', { name: heading }).waitFor();
      await checkAccessibility(page);
    }
    await page.getByText('signed by Jo Head').waitFor();
    await page.getByText('Cymraeg', { exact: true }).last().click();
    await page.getByRole('heading', { name: 'Asesiad o’r effaith' }).waitFor();
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('button', { name: 'Print' }).isVisible()).toBe(false);
  });
});
