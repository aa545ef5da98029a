import { describe, expect, it } from 'vitest';
import { hasBrowser } from '../support/browser/browser.ts';
import { checkAccessibility } from '../support/browser/check-accessibility.ts';
import { openPage } from '../support/browser/open-page.ts';
import { serveSchool } from '../support/browser/serve-pages.ts';
import { addPupil } from '../features/uploads/seed.ts';
import { addFlagged } from '../features/moderation/seed.ts';
import { addEasy, addForLineUp, addPortrait, smallPhoto } from './review-world.ts';
import { press, placed, fitsNarrow } from './review-keys.ts';

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
    // Messages stay while somebody is on them, however long the next decisions take.
    await page.locator('.toasts').hover();
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

  it.each(['en', 'cy'] as const)('keeps the whole photo above its actions at a desk: %s', async (language) => {
    const service = await serveSchool({ jobConcurrency: 0 });
    const [photo] = await addEasy(service, 2);
    for (const role of ['moderator', 'dsl'] as const) {
      const page = await openPage(await service.signInAs(role), { language });
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
    await page.getByRole('button', { name: 'Approve 3' }).click();
    await press(page, '1');
    await page.getByText('2 of 3 decided.').waitFor();
    await page.locator('.toasts').hover();
    await page.getByRole('alert').getByText('Somebody else changed this meanwhile').waitFor();
    await checkAccessibility(page);
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('2 taken back.').waitFor();
    await page.getByText('4 photos waiting').waitFor();
    await fitsNarrow(page);
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
});
