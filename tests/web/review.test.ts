import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { hasBrowser } from '../support/browser/browser.ts';
import { checkAccessibility } from '../support/browser/check-accessibility.ts';
import { openPage } from '../support/browser/open-page.ts';
import { serveSchool } from '../support/browser/serve-pages.ts';
import { addPupil, send, startBatch, untilScreened } from '../features/uploads/seed.ts';
import { addFlagged } from '../features/moderation/seed.ts';
import { faceAt } from '../policy/evidence-of.ts';
import { addEasy, addForLineUp, addPortrait, oneFace, smallPhoto } from './review-world.ts';

const press = async (page: Page, ...keys: readonly string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key);
};

const placed = (page: Page, position: number, count: number) =>
  page.getByText(`${position} of ${count}`, { exact: true }).waitFor();

/** Nothing sticks out of the page on a phone, nor with 200 % zoom at a desk. */
async function fitsNarrow(page: Page): Promise<void> {
  for (const width of [390, 720]) {
    await page.setViewportSize({ width, height: 800 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth), page.url()).toBeLessThanOrEqual(width);
  }
  await checkAccessibility(page);
}

/** How long the page's main thread has been at work so far, in milliseconds of processor time. */
async function watchProcessor(page: Page): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration')!.value * 1_000;
  };
}

/** Milliseconds from the key to the decoded picture of this photo, by the browser's own timing. */
async function untilShown(page: Page, photoId: string): Promise<number> {
  const measured = await page.waitForFunction(
    (id) =>
      performance
        .getEntriesByName('photoward-next-photo-shown')
        .find((entry) => 'detail' in entry && entry.detail === id)?.duration,
    photoId,
  );
  return (await measured.jsonValue())!;
}

describe.skipIf(!hasBrowser)('review', { timeout: 120_000 }, () => {
  it('decides three photos with keys alone, shows the next at once, and takes one back', async () => {
    const service = await serveSchool({ jobConcurrency: 0 });
    const photos = await addEasy(service, 4);
    const page = await openPage(await service.signInAs('moderator'));
    await page.goto('/review');
    await page.getByText('4 photos waiting').waitFor();
    await checkAccessibility(page);
    await page.getByRole('link', { name: 'Start with the first' }).focus();
    await press(page, 'Enter');
    await placed(page, 1, 4);
    await page.getByRole('img', { name: 'The photo from Sports day' }).waitFor();
    await checkAccessibility(page);
    const larger = page.waitForResponse(/\/view$/);
    await press(page, '+', '+', 'ArrowRight', 'ArrowDown');
    expect((await larger).status()).toBe(200);
    await press(page, '0');
    await page.getByRole('button', { name: 'Text 1 is an e-mail address' }).focus();
    await page.locator('.mark.text.active').waitFor();

    await press(page, 'a');
    await page.getByRole('dialog', { name: 'Approve: why?' }).waitFor();
    await checkAccessibility(page);
    await press(page, 'Enter');
    await placed(page, 2, 4);
    await page.getByText('an e-mail address').first().waitFor();
    await press(page, 'r', '3');
    await placed(page, 3, 4);
    await press(page, 'a', '1');
    await placed(page, 4, 4);
    const states = async () =>
      (await service.database.selectFrom('photos').select(['id', 'state']).orderBy('position').execute()).map(
        ({ state }) => state,
      );
    expect(await states()).toEqual(['approved', 'rejected', 'approved', 'flagged']);
    const reasons = await service.database.selectFrom('decisions').select('reasonCode').orderBy('id').execute();
    expect(reasons.map(({ reasonCode }) => reasonCode)).toEqual(['all-permitted', 'attire', 'all-permitted']);

    await press(page, 'u');
    await placed(page, 3, 4);
    await page.getByText('Taken back').waitFor();
    // The message of the decision that was taken back no longer offers to take it back; the two before it do.
    expect(await page.getByRole('button', { name: 'Undo', exact: true }).count()).toBe(2 + 1);
    expect(await states()).toEqual(['approved', 'rejected', 'flagged', 'flagged']);
    await press(page, 'k');
    await page.getByText('This photo is decided: rejected').waitFor();
    await page.getByText('Person with role moderator: rejected. What somebody wears.').waitFor();
    await press(page, '?');
    await page.getByRole('dialog', { name: 'Keys' }).waitFor();
    await checkAccessibility(page);
    expect(photos).toHaveLength(4);
  });

  it.each(['en', 'cy'])('keeps the whole photo above its actions at a desk: %s', async (language) => {
    const service = await serveSchool({ jobConcurrency: 0 });
    const [photo] = await addEasy(service, 2);
    for (const role of ['moderator', 'dsl'] as const) {
      const page = await openPage(await service.signInAs(role));
      await page.addInitScript(`localStorage.setItem('language', '${language}')`);
      await page.goto(`/review/${photo!.photoId}`);
      await page.locator('.action-bar button').first().waitFor();
      for (const [width, height] of [
        [1024, 768],
        [1200, 800],
        [1366, 768],
        [1440, 900],
        [1920, 1080],
      ] as const) {
        await page.setViewportSize({ width, height });
        // Where they come to rest once the photo is there and the page has followed the window.
        const hidden = (): Promise<number> =>
          page.evaluate(() => {
            const place = (selector: string) => document.querySelector(selector)!.getBoundingClientRect();
            return place('.stage').bottom - place('.action-bar').top;
          });
        await expect.poll(hidden, { timeout: 5000, message: `${role} at ${width} x ${height}` }).toBeLessThanOrEqual(0);
      }
    }
  });

  it('shows the whole photo with its findings and actions at 200 % zoom: look, cover, line-up', async () => {
    const service = await serveSchool({ jobConcurrency: 0 });
    const { photoId } = await addForLineUp(service);
    const page = await openPage(await service.signInAs('moderator'));
    for (const language of ['en', 'cy']) {
      await page.addInitScript(`localStorage.setItem('language', '${language}')`);
      await page.setViewportSize({ width: 640, height: 400 });
      await page.goto(`/review/${photoId}`);
      for (const key of ['', 'c', 'l']) {
        if (key !== '') await press(page, key);
        await page
          .locator(`.photo-work.${key === '' ? 'look' : key === 'c' ? 'cover' : 'line-up'} .stage img`)
          .waitFor();
        const placed = (): Promise<readonly number[]> =>
          page.evaluate(() => {
            const place = (selector: string) => document.querySelector(selector)?.getBoundingClientRect();
            const [stage, side] = [place('.stage')!, place('.work-side')!];
            const end = place('.action-bar')?.top ?? innerHeight;
            return [stage.height, end - stage.bottom, side.left - stage.right, end - side.top];
          });
        const message = `${language} ${key}`;
        await expect.poll(async () => Math.min(...(await placed())), { timeout: 5000, message }).toBeGreaterThan(0);
        expect((await placed())[0], message).toBeGreaterThan(200);
        await press(page, 'Escape');
      }
    }
    await checkAccessibility(page);
  });

  it('goes through thirty photos by keys alone, says each, and never loses the place of the keyboard', async () => {
    const service = await serveSchool({ jobConcurrency: 0 });
    const photos = await addEasy(service, 30);
    const page = await openPage(await service.signInAs('moderator'));
    await page.goto(`/review/${photos[0]!.photoId}`);
    await placed(page, 1, 30);
    const said = page.locator('.photo-work > [role="status"]');
    const heard = new Set<string>();
    for (let position = 1; position <= 30; position++) {
      heard.add((await said.textContent())!);
      await press(page, position % 3 === 0 ? 'r' : 'a');
      await page.getByRole('dialog').waitFor();
      await press(page, 'Enter');
      if (position === 30) break;
      await placed(page, position + 1, 30);
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      const focused = await page.evaluate(() => document.activeElement!.tagName);
      expect(focused, `after photo ${position}`).not.toBe('BODY');
    }
    await page.getByText('That was the last one.').waitFor();
    expect(heard.size).toBe(30);
    const decided = await service.database.selectFrom('decisions').select('decision').execute();
    expect(decided.filter(({ decision }) => decision === 'reject')).toHaveLength(10);
    expect(decided).toHaveLength(30);
  });

  it('shows the next photo within 150 ms of the key, from what was fetched before', async ({ annotate }) => {
    const service = await serveSchool({ jobConcurrency: 0 });
    const photos = await addEasy(service, 9);
    const page = await openPage(await service.signInAs('moderator'));
    await page.goto(`/review/${photos[0]!.photoId}`);
    await placed(page, 1, 9);
    const busyMs = await watchProcessor(page);
    const steps: { readonly processor: number; readonly clock: number }[] = [];
    for (let position = 2; position <= 9; position++) {
      await page.waitForLoadState('networkidle');
      const before = await busyMs();
      const asked: string[] = [];
      const note = (request: { readonly url: () => string }): void => void asked.push(request.url());
      page.on('request', note);
      await press(page, 'j');
      const clock = await untilShown(page, photos[position - 1]!.photoId);
      steps.push({ clock, processor: (await busyMs()) - before });
      page.off('request', note);
      const own = asked.filter((url) => url.includes(`/photos/${photos[position - 1]!.photoId}/preview`));
      expect(own, 'its picture was fetched before the key').toEqual([]);
    }
    // Other programs of a busy machine lengthen the time by the clock, but not that of the page's own work.
    const said = steps.map(({ clock, processor }) => `${Math.round(clock)} (${Math.round(processor)})`).join(', ');
    await annotate(`ms from the key to the decoded picture by the clock (and at work): ${said}`);
    const median = steps.map(({ processor }) => processor).toSorted((a, b) => a - b)[4]!;
    expect(median, said).toBeLessThan(150);
  });

  it('takes a line-up by keys, back and forward, and says what "cannot tell" means', async () => {
    const service = await serveSchool({ jobConcurrency: 0 });
    const { photoId, pupilId } = await addForLineUp(service);
    const another = await addPupil(service, { first: 'Anna', last: 'Unseen', className: '2A' });
    await addPortrait(service, pupilId);
    const page = await openPage(await service.signInAs('moderator'));
    await page.goto(`/review/${photoId}`);
    await page.getByText('answer the line-up: 2 left').or(page.getByText('answer the line-up: 1 left')).waitFor();
    await press(page, 'a');
    await page.getByRole('heading', { name: 'Is Anna Unseen in the photo?' }).waitFor();
    await page.getByText('No portrait on record').waitFor();
    await page.getByText('counts as here').waitFor();
    await checkAccessibility(page);
    await press(page, 'h');
    await page.getByRole('img', { name: 'Portrait of Zebedee Quillfeather' }).waitFor();
    await press(page, 'ArrowLeft', '2');
    await page.getByRole('heading', { name: 'Is Zebedee Quillfeather in the photo?' }).waitFor();
    // Led away, as by a phone's own "back": what was said and not sent is there again.
    await page.getByRole('link', { name: 'Back to the queue' }).click();
    await page.getByRole('heading', { name: 'Review', exact: true }).waitFor();
    await page.goBack();
    await page.getByText('Somebody must look').or(page.getByText('open the line-up')).first().waitFor();
    await press(page, 'l');
    await page.getByText('0 here, 1 not here, 0 cannot tell').waitFor();
    await page.getByRole('heading', { name: 'Is Zebedee Quillfeather in the photo?' }).waitFor();
    await press(page, 'g');
    await page.getByRole('button', { name: 'The other 1 with a portrait are not here' }).waitFor();
    await fitsNarrow(page);
    await press(page, 'g', 'n');
    await page.getByText('0 here, 2 not here, 0 cannot tell').waitFor();
    await press(page, 'Enter');
    await page.getByText('The line-up is answered.').waitFor();
    const given = await service.database.selectFrom('lineUpAnswers').select(['pupilId', 'answer']).execute();
    expect(new Map(given.map((one) => [one.pupilId, one.answer]))).toEqual(
      new Map([
        [pupilId, 'not-here'],
        [another, 'not-here'],
      ]),
    );
    await press(page, 'a');
    await page.getByRole('dialog').waitFor();
    await press(page, 'Enter');
    await page.getByText('Nothing is waiting').waitFor();
    await checkAccessibility(page);
  });

  it('decides easy photos at once, tells each result, and takes them back', async () => {
    const service = await serveSchool({ jobConcurrency: 0 });
    const photos = await addEasy(service, 4);
    await service.database
      .updateTable('photos')
      .set({ uploadedBy: service.accountIds.moderator })
      .where('id', '=', photos[3]!.photoId)
      .execute();
    const page = await openPage(await service.signInAs('moderator'));
    await page.goto('/review');
    await page.getByText('Your upload: somebody else decides').waitFor();
    await page.getByRole('button', { name: 'Select the 3 easy ones' }).click();
    await service.database.updateTable('photos').set({ version: 9 }).where('id', '=', photos[2]!.photoId).execute();
    await page.getByRole('button', { name: 'Approve' }).click();
    await press(page, '1');
    await page.getByText('2 of 3 decided.').waitFor();
    await page.getByRole('alert').getByText('Somebody else changed this meanwhile').waitFor();
    await checkAccessibility(page);
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('2 taken back.').waitFor();
    await page.getByText('4 photos waiting').waitFor();
    await fitsNarrow(page);
  });

  it('covers a face, crops, and shows how it is checked again by the real engine', { timeout: 300_000 }, async () => {
    const service = await serveSchool();
    const staff = await service.signInAs('staff');
    const batchId = await startBatch(service, staff);
    await addPupil(service, { first: 'Zebedee', last: 'Quillfeather' });
    await send(staff, batchId, { 'one.jpg': await oneFace() });
    await untilScreened(staff, batchId, service.origin);
    const page = await openPage(await service.signInAs('moderator'));
    await page.goto('/review');
    await page.getByRole('link', { name: 'Start with the first' }).click();
    await page.getByText('Before it can be approved').waitFor();
    await press(page, 'c');
    await page.getByRole('heading', { name: 'Cover or crop' }).waitFor();
    await checkAccessibility(page);
    await page.getByRole('checkbox', { name: 'Face 1' }).press('Space');
    expect(await page.locator('.overlay-fill').count()).toBe(1);
    await press(page, 'x');
    await page.getByRole('button', { name: 'Crop the picture' }).click();
    const frame = page.getByRole('group', { name: /^Crop: from/ });
    const before = await frame.getAttribute('aria-label');
    await frame.press('Shift+ArrowRight');
    expect(await frame.getAttribute('aria-label')).not.toBe(before);
    await checkAccessibility(page);
    // A tick is set by the space bar, so Enter on it is the page's.
    await press(page, 'c', '1', '1');
    await page.getByRole('checkbox', { name: 'Face 1', checked: true }).press('Enter');
    await page.getByText('is being checked again').first().waitFor();
    await checkAccessibility(page);
    await page.getByText('The changed picture was checked again').waitFor({ timeout: 200_000 });
    await press(page, 'o');
    await page.getByRole('button', { name: 'As uploaded', pressed: true }).waitFor();
    expect(await page.locator('.overlay-fill').count(), 'nothing lies over the photo as uploaded').toBe(0);
    await checkAccessibility(page);
    const output = await service.database.selectFrom('photoOutputs').selectAll().executeTakeFirstOrThrow();
    expect(output).toMatchObject({ kind: 'cover-and-crop', checkState: 'passed' });
    await page.reload();
    await page.getByText('The changed picture was checked again').waitFor();
    const uncovered = page.waitForResponse(/moderation\/photos\/[^/]+\/preview$/);
    await press(page, 'c');
    expect((await uncovered).status()).toBe(200);
    await page.getByRole('button', { name: 'Back to the photo as uploaded' }).click();
    await page.getByText('The photo is as uploaded again.').waitFor();
    await page.getByRole('button', { name: 'As uploaded', exact: true }).waitFor({ state: 'detached' });
    await checkAccessibility(page);
  });

  it('offers a crop for whoever stands at the edge, and advises another photo for the middle', async () => {
    const service = await serveSchool({ jobConcurrency: 0 });
    const preview = await smallPhoto();
    const edge = await addFlagged(service, { preview, isMatched: true });
    const incomparable = null;
    const match = {
      compared: [edge.pupilId],
      faces: [{ incomparable, candidates: [{ pupil: edge.pupilId, score: 0.9 }] }],
    };
    const observed = { faces: [faceAt(352, { box: { x: 340, y: 240, width: 96, height: 120 } })], match };
    const middle = await addFlagged(service, { preview, isMatched: true, observed, beside: edge });
    const page = await openPage(await service.signInAs('moderator'));
    await page.goto(`/review/${edge.photoId}`);
    await page.getByText('stands at the edge').waitFor();
    await checkAccessibility(page);
    await page.getByRole('button', { name: 'Crop them off' }).click();
    await page.getByRole('group', { name: /^Crop: from/ }).waitFor();
    const frame = page.getByRole('group', { name: /^Crop: from/ });
    expect(await frame.getAttribute('aria-label')).toContain('from 256, 0, 544 wide, 600 high');
    await page.goto(`/review/${middle.photoId}`);
    await page.getByText('leaves too little of the picture').waitFor();
    expect(await page.getByRole('button', { name: 'Crop them off' }).count()).toBe(0);
    await checkAccessibility(page);
  });

  it('draws a missed face, says who a face is not, and asks a second person for an override', async () => {
    const service = await serveSchool({ jobConcurrency: 0 });
    const preview = await smallPhoto();
    const { photoId } = await addFlagged(service, { isMatched: true, preview });
    const moderator = await service.signInAs('moderator');
    const page = await openPage(moderator);
    await page.goto(`/review/${photoId}`);
    await page.getByText('Face 1 is likely to be Zebedee Quillfeather').waitFor();
    await page.getByText('A block needs a cover, a crop, or an override').waitFor();
    await page.getByRole('button', { name: 'Ask for an override' }).click();
    await checkAccessibility(page);
    await page.getByLabel('Why may it be used all the same?').fill('The parents asked for it in writing');
    await press(page, 'Enter');
    await page.getByText('A second person, not the uploader either, answers it').waitFor();

    const second = await openPage(await service.signIn((await service.addAccount('moderator')).email));
    await second.goto(`/review/${photoId}`);
    await second.getByText('The parents asked for it in writing').waitFor();
    await checkAccessibility(second);
    await fitsNarrow(second);
    await second.getByRole('button', { name: 'Refuse' }).click();
    await second.getByText('You refused; the block stays.').waitFor();
    await press(second, 'n');
    await second.getByText('Face 1 is not Zebedee Quillfeather').waitFor();
    await checkAccessibility(second);
    await second.getByLabel('How do you know?').fill('Much taller');
    await press(second, 'Enter');
    await second.getByText('Recorded. The photo was judged again.').waitFor();
    // A slip, or a colleague who knows better: it stands there with its reason, and can be taken back.
    await second.getByText('Much taller').waitFor();
    await checkAccessibility(second);
    await second.getByRole('button', { name: 'Take it back: Face 1 is not Zebedee Quillfeather' }).click();
    await second.getByText('Face 1 is likely to be Zebedee Quillfeather').waitFor();
    await second.getByText('Much taller').waitFor({ state: 'detached' });

    await press(second, 'd');
    await second.getByRole('button', { name: 'Place a rectangle' }).click();
    await second.getByRole('group', { name: /^Face: from/ }).press('ArrowUp');
    await checkAccessibility(second);
    await press(second, 'Enter');
    await second.getByText('The face was added.').waitFor();
    await second.getByText('answer the line-up: 1 left').waitFor();
    await second.getByRole('button', { name: 'Remove drawn face 1' }).click();
    await second.getByRole('heading', { name: 'Faces drawn by hand' }).waitFor({ state: 'detached' });
  });

  it('asks again to look when somebody else changed the photo under an open decision', async () => {
    const service = await serveSchool({ jobConcurrency: 0 });
    const { photoId } = await addFlagged(service, { isMatched: true, preview: await smallPhoto() });
    const page = await openPage(await service.signInAs('moderator'), { expected: ['409 (Conflict)'] });
    await page.goto(`/review/${photoId}`);
    await page.getByText('Face 1 is likely to be Zebedee Quillfeather').waitFor();
    await press(page, 'r');
    const dialog = page.getByRole('dialog', { name: 'Reject: why?' });
    await dialog.waitFor();
    const second = await service.signIn((await service.addAccount('moderator')).email);
    const { version } = (await second.get(`/api/moderation/photos/${photoId}`)).json as { readonly version: number };
    const drawn = { version, box: { x: 10, y: 10, width: 60, height: 60 } };
    expect((await second.post(`/api/moderation/photos/${photoId}/faces`, drawn)).status).toBeLessThan(300);
    await press(page, 'Enter');
    await page.getByText('Look at it as it is now, then decide.').waitFor();
    await dialog.waitFor({ state: 'detached' });
    await page.getByText('Faces drawn by hand').waitFor();
    expect(await service.database.selectFrom('decisions').selectAll().execute()).toEqual([]);
  });

  it('places a face and an area to cover, moves, sizes and saves them by keys alone', async () => {
    const service = await serveSchool({ jobConcurrency: 0 });
    const { photoId } = await addForLineUp(service);
    const page = await openPage(await service.signInAs('moderator'));
    await page.goto(`/review/${photoId}`);
    await page.locator('.work-stage img').waitFor();
    const place = async (key: string, button: string, kind: string): Promise<void> => {
      await press(page, key);
      const placing = page.getByRole('button', { name: button });
      // From where the keyboard is when the work begins.
      for (let tabs = 0; tabs < 12 && !(await placing.evaluate((one) => one === document.activeElement)); tabs++) {
        await press(page, 'Tab');
      }
      await press(page, 'Enter');
      await page.locator(`.rectangle.${kind}:focus`).waitFor();
      await press(page, 'ArrowLeft', 'ArrowUp', 'Shift+ArrowRight', 'Enter');
      await page.locator('.photo-work.look').waitFor();
    };
    await place('d', 'Place a rectangle', 'face');
    await page.getByText('Faces drawn by hand').waitFor();
    await place('c', 'Add an area', 'area');
    const { boxJson } = await service.database.selectFrom('drawnFaces').select('boxJson').executeTakeFirstOrThrow();
    const box = JSON.parse(boxJson) as { x: number; y: number; width: number; height: number };
    const whole = await service.database.selectFrom('photos').select(['width', 'height']).executeTakeFirstOrThrow();
    expect(box.x).toBeLessThan(whole.width! * 0.44 - 1);
    expect(box.y).toBeLessThan(whole.height! * 0.44 - 1);
    expect(box.width).toBeGreaterThan(whole.width! * 0.12 + 1);
    expect(box.height).toBeCloseTo(whole.height! * 0.12);
    const outputs = await service.database.selectFrom('photoOutputs').select('recipeJson').execute();
    expect(outputs.map(({ recipeJson }) => (JSON.parse(recipeJson) as { areas: unknown[] }).areas.length)).toEqual([1]);
  });

  it.each([
    ['covers', 'c', '2'],
    ['line-up', 'l', '2'],
  ])('writes no %s over a picture that somebody else has changed meanwhile', async (_what, work, answer) => {
    const service = await serveSchool({ jobConcurrency: 0 });
    const { photoId } = await addForLineUp(service);
    const page = await openPage(await service.signInAs('moderator'), { expected: ['409 (Conflict)'] });
    await page.goto(`/review/${photoId}`);
    await page.locator('.work-stage img').waitFor();
    await press(page, work);
    await page.locator('.photo-work:not(.look) .work-side h2').first().waitFor();
    await press(page, answer);
    const second = await service.signIn((await service.addAccount('moderator')).email);
    const { version } = (await second.get(`/api/moderation/photos/${photoId}`)).json as { readonly version: number };
    const change = { version, faces: [1], drawnFaces: [], areas: [], crop: null };
    expect((await second.post(`/api/moderation/photos/${photoId}/outputs`, change)).status).toBe(202);
    // The answer to the first key is that it was changed; what follows must not send the same again.
    await press(page, 'Enter');
    await page.getByText('Look at it as it is now, then decide.').waitFor();
    await page.locator('.photo-work.look').waitFor();
    await press(page, 'Enter');
    expect(await service.database.selectFrom('photoOutputs').select('id').execute()).toHaveLength(1);
    expect(await service.database.selectFrom('lineUpAnswers').selectAll().execute()).toEqual([]);
  });

  it('keeps what was just done over the head of the page, for as long as the keyboard is on it', async () => {
    const service = await serveSchool({ jobConcurrency: 0 });
    const [first] = await addEasy(service, 2);
    const page = await openPage(await service.signInAs('moderator'));
    await page.clock.install();
    await page.goto(`/review/${first!.photoId}`);
    await page.getByText('an e-mail address').first().waitFor();
    await press(page, 'r');
    await page.getByRole('dialog', { name: 'Reject: why?' }).waitFor();
    await press(page, 'Enter');
    const toast = page.locator('.toast', { hasText: 'Rejected.' });
    const [toastBox, sideBox] = [await toast.boundingBox(), await page.locator('.work-side').boundingBox()];
    expect(toastBox!.y + toastBox!.height).toBeLessThan(sideBox!.y);
    const button = page.getByRole('button', { name: 'Delete now' });
    await button.focus();
    await toast.getByRole('button', { name: 'Close' }).focus();
    await page.clock.runFor(60_000);
    expect(await toast.isVisible()).toBe(true);
    await press(page, 'Enter');
    await toast.waitFor({ state: 'detached' });
    expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
  });
});
