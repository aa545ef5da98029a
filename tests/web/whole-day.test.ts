import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { openChannel } from '../features/setup/application.ts';
import { hasBrowser } from '../support/browser/browser.ts';
import { openPage } from '../support/browser/open-page.ts';
import { serveSchool } from '../support/browser/serve-pages.ts';
import { holdsText } from '../support/holds-text.ts';
import { demoPhoto, landscape } from '../support/make-photos.ts';
import { readZip } from '../support/read-zip.ts';
import type { TestService } from '../support/service/start-service.ts';
import { oneFace } from './review-world.ts';

const now = '2026-03-02T09:30:00Z';
const photographer = 'Mary Camera';
const keyword = 'headland-orchid';
const pupils = 'Adno,Legal Surname,Legal Forename,Reg,Year\nA1,Ferrari,Ada,4B,4\nZ1,Quillfeather,Zebedee,4B,4\n';
/** Screening is what a slow machine is slow at. */
const screened = { timeout: 300_000 };

const exif = {
  IFD0: { Artist: photographer },
  IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '52/1 12/1 30/1', GPSLongitudeRef: 'W', GPSLongitude: '2/1 13/1 12/1' },
};
const xmp = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:subject><rdf:Bag><rdf:li>${keyword}</rdf:li></rdf:Bag></dc:subject></rdf:Description></rdf:RDF></x:xmpmeta>`;

const part = (number: 2 | 5, left: number, top: number) =>
  sharp(demoPhoto(number)).extract({ left, top, width: 760, height: 560 }).resize({ width: 480 });

/** Three photos of people and nine fields, small so that they are screened quickly; each says who took it and where. */
async function twelvePhotos() {
  const fields = Array.from({ length: 9 }, async (_, at) =>
    sharp(await landscape())
      .resize({ width: 320 })
      .modulate({ brightness: 1 - at * 0.04 }),
  );
  const all = [sharp(await oneFace()), part(5, 700, 40), part(2, 900, 80), ...(await Promise.all(fields))];
  return await Promise.all(
    all.map(async (photo, at) => ({
      name: `IMG_${at + 1}.jpg`,
      mimeType: 'image/jpeg',
      buffer: await photo.withExif(exif).withXmp(xmp).jpeg().toBuffer(),
    })),
  );
}

type ChosenFile = Awaited<ReturnType<typeof twelvePhotos>>[number];

async function choose(page: Page, button: Locator, files: ChosenFile | ChosenFile[]): Promise<void> {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), button.click()]);
  await chooser.setFiles(files);
}

async function importPupils(page: Page): Promise<void> {
  await page.goto('/imports');
  const csv = { name: 'pupils.csv', mimeType: 'text/csv', buffer: Buffer.from(pupils) };
  await choose(page, page.getByRole('button', { name: 'Choose a CSV file' }), csv);
  await page.getByRole('button', { name: 'Apply all' }).click();
  await page.getByText('The import was applied.').waitFor();
}

async function recordAnswer(page: Page, pupil: string, answer: 'Permitted' | 'Withdrawn'): Promise<void> {
  await page.goto('/pupils');
  await page.getByRole('link', { name: pupil }).click();
  await page.getByRole('button', { name: 'Record an answer', exact: true }).click();
  await page.getByRole('dialog').getByText(answer, { exact: true }).click();
  await page.getByLabel('Given by').fill('Jo Ferrari, mother');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

/** Any other answer would have a moderator look at every photo. */
const answers = [
  [/embarrassed/, 'No'],
  [/Did everyone know/, 'Yes'],
  [/copyright/, 'Yes'],
] as const;

async function upload(page: Page, photos: ChosenFile[]): Promise<void> {
  await page.goto('/upload');
  await choose(page, page.getByRole('button', { name: 'Choose photos' }), photos);
  await page.getByLabel('Title').fill('Sports day');
  await page.getByLabel('Date of the event').fill('2026-02-27');
  await page.getByText('Channel website – anybody can see it').click();
  await page.getByText('Only some classes or years').click();
  await page.getByText('4B', { exact: true }).click();
  for (const [question, answer] of answers)
    await page.getByRole('radiogroup', { name: question }).getByText(answer, { exact: true }).click();
  await page.getByRole('button', { name: 'Upload 12 photos' }).click();
  const said = (word: string) => page.getByText(word, { exact: true }).count();
  await expect
    .poll(async () => [await said('Waiting for a moderator'), await said('Clear')].join(' and '), screened)
    .toBe('3 and 9');
  await page.getByRole('button', { name: 'The batch is complete' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'The batch is complete' }).click();
  await page.getByText('You see here what becomes of each photo.').waitFor();
}

/** Press Tab until what has the focus reads so, as somebody without a mouse does. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab');
    if ((await page.evaluate(() => document.activeElement?.textContent.trim())) === name) return;
  }
  throw new Error(`Tab does not lead to "${name}"`);
}

/** The photo at this place of the three, shown and ready for a key. */
async function reach(page: Page, place: number): Promise<void> {
  await page.getByText(`${place} of 3`, { exact: true }).waitFor();
  await page.getByRole('img', { name: 'The photo from Sports day' }).waitFor();
}

/** Zebedee, for whom nobody answered, is looked for and not there. */
async function answerLineUp(page: Page): Promise<void> {
  await page.getByText('answer the line-up: 1 left').first().waitFor();
  await page.keyboard.press('a');
  await page.getByRole('heading', { name: 'Is Zebedee Quillfeather in the photo?' }).waitFor();
  await page.keyboard.press('n');
  await page.getByText('0 here, 1 not here, 0 cannot tell').waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('group', { name: 'Decide' }).waitFor();
  await page.getByText('answer the line-up: 1 left').first().waitFor({ state: 'detached' });
}

/** Every face under a cover, made and checked again. */
async function coverFaces(page: Page): Promise<void> {
  await page.keyboard.press('c');
  await page.getByRole('heading', { name: 'Cover or crop' }).waitFor();
  await page.keyboard.press('e');
  await page.getByRole('checkbox', { name: 'Face 1', checked: true }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByText('The changed picture was checked again').waitFor(screened);
}

/** A photo that asks nothing any more under its covers is clear without a decision; another one is approved. */
async function approveOrGoOn(page: Page): Promise<void> {
  if (await page.getByText('This photo is clear').isVisible()) await page.keyboard.press('j');
  else await approve(page);
}

async function approve(page: Page): Promise<void> {
  await page.keyboard.press('a');
  await page.getByRole('dialog', { name: 'Approve: why?' }).waitFor();
  await page.keyboard.press('Enter');
}

/** Three photos by keys alone: one is covered, one approved after its line-up, one rejected. */
async function decideByKeys(page: Page): Promise<void> {
  await page.goto('/');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await tabTo(page, 'Review');
  await page.keyboard.press('Enter');
  await page.getByText('3 photos waiting').waitFor();
  await tabTo(page, 'Start with the first');
  await page.keyboard.press('Enter');
  await reach(page, 1);
  await answerLineUp(page);
  await coverFaces(page);
  await approveOrGoOn(page);
  await reach(page, 2);
  await answerLineUp(page);
  await approve(page);
  await reach(page, 3);
  await page.keyboard.press('r');
  await page.getByRole('dialog', { name: 'Reject: why?' }).waitFor();
  await page.keyboard.press('1');
  await page.getByText('Nothing is waiting').waitFor();
}

async function collect(page: Page): Promise<ReadonlyMap<string, Buffer>> {
  await page.reload();
  await page.getByRole('link', { name: 'Collect for Channel website' }).click();
  await page.getByRole('button', { name: 'Prepare 11 photos' }).click();
  const link = page.getByRole('link', { name: 'Download 11 photos (ZIP)' });
  await link.waitFor(screened);
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
  return await readZip(readFileSync(await download.path()));
}

interface Manifest {
  readonly photos: readonly { readonly file: string; readonly sha256: string }[];
}

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** The files are those of the manifest, newly encoded, and hold nothing of what the camera wrote. */
async function expectClean(files: ReadonlyMap<string, Buffer>, uploaded: readonly ChosenFile[]): Promise<void> {
  const { photos } = JSON.parse(files.get('manifest.json')!.toString()) as Manifest;
  expect(photos).toHaveLength(11);
  expect([...files.keys()].filter((name) => name.endsWith('.jpg'))).toHaveLength(11);
  const before = uploaded.map(({ buffer }) => sha256(buffer));
  for (const photo of photos) {
    const bytes = files.get(photo.file)!;
    expect(sha256(bytes)).toBe(photo.sha256);
    expect(before).not.toContain(photo.sha256);
    const { format, exif, xmp, iptc } = await sharp(bytes).metadata();
    expect([format, exif, xmp, iptc]).toEqual(['jpeg', undefined, undefined, undefined]);
    for (const text of [photographer, keyword, 'GPSLatitude', 'Exif', 'adobe']) {
      expect([text, holdsText(bytes, text)]).toEqual([text, false]);
    }
  }
}

async function markPosted(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Mark all as posted' }).click();
  await page.getByLabel('Address of the post').fill('https://oakfield.example/news/1');
  await page.getByLabel('Day it was posted').fill('2026-03-02');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Posted on 2 March 2026').first().waitFor();
}

/** Her face was never compared, so a person looks whether Ada is in what was published; she is in the first. */
async function lookAgainByKeys(page: Page): Promise<void> {
  await tabTo(page, 'Takedowns');
  await page.keyboard.press('Enter');
  await page.getByRole('tab', { name: 'To do' }).waitFor();
  await tabTo(page, 'To do');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.getByRole('heading', { name: 'Is Ada Ferrari in this photo?' }).first().waitFor(screened);
  await tabTo(page, 'Here');
  await page.keyboard.press('Enter');
  await page.getByText('Noted. The photo must come down.').waitFor();
}

/** What the moderator's keys came to, in the service's own records. */
async function expectDecided({ database }: TestService): Promise<void> {
  const answers = await database.selectFrom('lineUpAnswers').select('answer').execute();
  expect(answers).toEqual([{ answer: 'not-here' }, { answer: 'not-here' }]);
  const outputs = await database.selectFrom('photoOutputs').select(['kind', 'checkState']).execute();
  expect(outputs).toEqual([{ kind: 'cover', checkState: 'passed' }]);
  const decisions = await database.selectFrom('decisions').select('decision').orderBy('id').execute();
  expect(decisions.map(({ decision }) => decision)).toEqual(expect.arrayContaining(['approve', 'reject']));
}

describe.skipIf(!hasBrowser)('a whole day', () => {
  it('leads from the pupil list to a takedown, page by page', { timeout: 900_000 }, async () => {
    const service = await serveSchool();
    await openChannel(service, await service.signInAs('admin'));
    const office = await openPage(await service.signInAs('office'), { now });
    await importPupils(office);
    await recordAnswer(office, 'Ada Ferrari', 'Permitted');

    const staff = await openPage(await service.signInAs('staff'), { now });
    const photos = await twelvePhotos();
    expect((await sharp(photos[0]!.buffer).metadata()).exif).toBeDefined();
    expect(photos.every(({ buffer }) => holdsText(buffer, photographer) && holdsText(buffer, keyword))).toBe(true);
    await upload(staff, photos);
    const moderator = await openPage(await service.signInAs('moderator'), { now });
    await decideByKeys(moderator);
    await expectDecided(service);
    await expectClean(await collect(staff), photos);
    await markPosted(staff);

    await recordAnswer(office, 'Ada Ferrari', 'Withdrawn');
    await lookAgainByKeys(moderator);
    await office.goto('/takedowns');
    await office.getByText('A permission was withdrawn: Ada Ferrari').waitFor();
    await staff.goto('/takedowns');
    await staff.getByRole('link', { name: 'https://oakfield.example/news/1' }).waitFor();
  });
});
