import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { AppError, errorCodes } from '../../src/lib/app-error.ts';
import { errorsCy } from '../../src/web/strings/errors-cy.ts';
import { problemsCy } from '../../src/web/strings/problems-cy.ts';
import { translateProblem } from '../../src/web/strings/translate-problem.ts';
import { photoForm } from '../features/register/photos.ts';
import { hasBrowser } from '../support/browser/browser.ts';
import { checkAccessibility } from '../support/browser/check-accessibility.ts';
import { openPage } from '../support/browser/open-page.ts';
import { serveSchool } from '../support/browser/serve-pages.ts';
import type { Client } from '../support/service/client.ts';

const source = path.join(import.meta.dirname, '../../src');

/** Rooms whose refusals reach pages; backups and keys are the command line’s alone. */
const rooms = ['contract', 'http', 'features', 'policy/register/read-pupil-list.ts', 'policy/register/read-consent-list.ts']; // prettier-ignore
const files = rooms
  .flatMap((room) =>
    room.endsWith('.ts')
      ? [room]
      : readdirSync(path.join(source, room), { recursive: true, encoding: 'utf8' }).map((name) => `${room}/${name}`),
  )
  .filter((name) => name.endsWith('.ts') && !/^features\/(?:backup|keys)\//.test(name));

/** Where every sentence is one of these words. */
const wholly = [
  'policy/lifecycle.ts', 'policy/register/problem-of-days.ts', 'features/setup/read-progress.ts',
  'detectors/match/enrol-reference.ts', 'detectors/engines/pick-portrait.ts',
]; // prettier-ignore

const literal = /(['`])((?:(?!\1)[^\n])+)\1/;
/** `message: '…'`, `detail: '…'` and the like. */
const said = /\b(?:(?:message|detail)(?: =|:)|problem:|report\(|problems(?:\.push\(|: \[)) ?/;
/** The words of a schema begin so. */
const bySchema = /(?<=[\s(])(?=['`](?:must|may|is|has|cannot) )/;
const after = (before: RegExp): RegExp => new RegExp(before.source + literal.source, 'g');

/** What a file says in English of a field, a line or a state; a value in it reads 7. */
function saidIn(name: string): string[] {
  const text = readFileSync(path.join(source, name), 'utf8').replaceAll(/^\s*(?:\/\/|\/?\*|import ).*$/gm, '');
  const used = wholly.includes(name)
    ? [new RegExp(literal, 'g')]
    : [after(said), ...(name.startsWith('contract/') ? [after(bySchema)] : [])];
  const found = used.flatMap((pattern) => [...text.matchAll(pattern)]);
  return found.map(([, , words]) => words!.replaceAll(/\$\{[^}]*\}/g, '7')).filter((words) => words.includes(' '));
}

/** Ends up in the log, in an answer that no page shows, or names what only the API's own callers send. */
const shownNowhere = [
  'an enrolment photo gave no template', 'status 7', 'the comparison failed: 7', 'database 7, program 7', 'must be JSON',
  '7 7', '7 port 7 7', 'no administrator has this e-mail address',
]; // prettier-ignore

describe('the service’s words on Welsh pages', () => {
  it('are there for every code, and are not the English ones', () => {
    expect(Object.keys(errorsCy).sort()).toEqual([...errorCodes].sort());
    expect(errorCodes.filter((code) => errorsCy[code] === new AppError(code).message)).toEqual([]);
  });

  it('are there for all it says of fields, lines and states', () => {
    const phrases = [...files, ...wholly].flatMap((name) => saidIn(name).map((words) => ({ name, words })));
    expect(phrases.length).toBeGreaterThan(100);
    const missing = phrases.filter(
      ({ words }) => !shownNowhere.includes(words) && translateProblem(problemsCy, words) === null,
    );
    expect(missing).toEqual([]);
  });

  it('keep values, and give them in Welsh where they have words', () => {
    const say = (words: string) => translateProblem(problemsCy, words);
    expect(say('must have at most 200 characters')).toBe('rhaid iddo gael 200 o nodau ar y mwyaf');
    expect(say('lastName is missing')).toBe('cyfenw ar goll');
    expect(say('dateOfBirth is not a date like 2015-04-30 or 30/04/2015')).toBe(
      'dyddiad geni: nid dyddiad fel 2015-04-30 neu 30/04/2015',
    );
    expect(say('the last day must not lie before validFrom')).toBe(
      'y diwrnod olaf: ni chaiff fod cyn y diwrnod cyntaf',
    );
    expect(say('website “perhaps (a.b)” is not an answer like yes, no, refused or withdrawn')).toContain(
      '“perhaps (a.b)”',
    );
    expect(say('constructor')).toBe(null);
    expect(say('the moon is blue')).toBe(null);
  });

  it('say of the places that they hold as many values as the English', () => {
    const gaps = (words: string) => words.split('{}').length;
    const lost = Object.entries(problemsCy).filter(([said, words]) => gaps(words) !== gaps(said));
    expect(lost.map(([said]) => said)).toEqual(['This cannot be done while the photo is {}.']);
  });
});

async function openInWelsh(client: Client, address: string) {
  const page = await openPage(client, { language: 'cy', expected: ['status of 4'], intercepts: true });
  await page.goto(address);
  return page;
}

describe.skipIf(!hasBrowser)('errors on Welsh pages', { timeout: 120_000 }, () => {
  it('are in Welsh for a form, an import and its lines', async () => {
    const service = await serveSchool({ jobConcurrency: 0 });
    const office = await service.signInAs('office');
    const page = await openInWelsh(office, '/pupils');
    await page.getByRole('button', { name: 'Ychwanegu disgybl' }).click();
    await page.getByLabel('Rhif ysgol', { exact: true }).fill('no such number');
    await page.getByLabel('Enw cyntaf').fill('Tess');
    await page.getByLabel('Cyfenw').fill('Trial');
    await page.keyboard.press('Enter');
    await page.getByText('Ni ellir defnyddio rhywfaint o’r hyn a anfonwyd.').waitFor();
    await page.getByText('caiff gynnwys llythrennau, digidau').first().waitFor();
    expect(await page.locator('.english-words').count()).toBe(0);
    await checkAccessibility(page);

    const form = photoForm(Buffer.from('id,forename,surname\nA1,,Li\n'), undefined, 'file');
    const { id } = (await office.send('POST', '/api/imports/pupils', { form })).json as { id: string };
    await page.goto(`/imports/${id}`);
    await page.getByRole('cell', { name: 'enw cyntaf ar goll' }).waitFor();
    await checkAccessibility(page);
  });

  it('are in Welsh for who signs in with a wrong password', async () => {
    const service = await serveSchool({ jobConcurrency: 0 });
    const page = await openInWelsh(service.client(), '/sign-in');
    await page.getByLabel('E-bost', { exact: false }).first().fill('office@oakfield.example');
    await page.getByLabel('Cyfrinair', { exact: true }).fill('not the password at all');
    await page.keyboard.press('Enter');
    await page.getByText('Nid yw’r cyfeiriad e-bost, y cyfrinair neu’r cod yn gywir.').waitFor();
  });

  it('leave English marked as English where there are no words', async () => {
    const service = await serveSchool({ jobConcurrency: 0 });
    const page = await openInWelsh(await service.signInAs('office'), '/pupils');
    const refusal = { code: 'wrong-state', message: 'Not now.', detail: 'the moon is blue', requestId: '1' };
    await page.route('**/api/pupils', (route) =>
      route.request().method() === 'POST' ? route.fulfill({ status: 409, json: { error: refusal } }) : route.continue(),
    );
    await page.getByRole('button', { name: 'Ychwanegu disgybl' }).click();
    await page.getByLabel('Rhif ysgol', { exact: true }).fill('T1');
    await page.getByLabel('Enw cyntaf').fill('Tess');
    await page.getByLabel('Cyfenw').fill('Trial');
    await page.keyboard.press('Enter');
    await page.getByText('Ni ellir gwneud hyn yn y cyflwr y mae ynddo nawr.').waitFor();
    expect(await page.getByRole('alert').locator('[lang=en]').allTextContents()).toEqual(['the moon is blue']);
    await checkAccessibility(page);
  });
});
