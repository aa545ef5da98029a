import { describe, it } from 'vitest';
import { addPupil, permitted } from '../features/register/world.ts';
import { openChannel } from '../features/setup/application.ts';
import { hasBrowser } from '../support/browser/browser.ts';
import { checkAccessibility } from '../support/browser/check-accessibility.ts';
import { openPage } from '../support/browser/open-page.ts';
import { serveSchool } from '../support/browser/serve-pages.ts';

const nextYear = { validFrom: '2026-09-01', validUntil: '2027-08-31' };
const no = { answer: 'withdrawn', validFrom: '2026-03-02', validUntil: null };

describe.skipIf(!hasBrowser)('a form for next year before whose first day the parent said no', () => {
  it('is marked among the answers, with what to do if it is meant, in both languages', async () => {
    const service = await serveSchool({ jobConcurrency: 0 });
    const admin = await service.signInAs('admin');
    for (const channel of ['website', 'facebook']) await openChannel(service, admin, channel);
    const client = await service.signInAs('office');
    const [ada, bea] = [await addPupil(client, 'A1'), await addPupil(client, 'A2', 'Bea')];
    for (const id of [ada, bea]) await client.post(`/api/pupils/${id}/consents`, { ...permitted(null), ...nextYear });
    await client.post(`/api/pupils/${ada}/consents`, { ...permitted(null), ...no });
    await client.post(`/api/pupils/${bea}/consents`, { ...permitted('facebook'), ...no });
    for (const language of ['en', 'cy'] as const) {
      const page = await openPage(client, { now: '2026-03-02T09:30:00Z', language });
      for (const id of [ada, bea]) {
        await page.goto(`/pupils/${id}`);
        await page
          .getByRole('tab', { name: { en: 'Where they may appear', cy: 'Lle cânt ymddangos' }[language] })
          .click();
        const what = { en: 'Does not begin', cy: 'Nid yw’n dechrau' }[language];
        const on = { en: ' on: Channel facebook', cy: ' ar: Channel facebook' }[language];
        await page.getByText(`${what}${id === ada ? '' : on}`, { exact: true }).waitFor();
        await page.getByText({ en: 'record it once more.', cy: 'cofnodwch ef unwaith eto.' }[language]).waitFor();
        await checkAccessibility(page);
      }
    }
  });
});
