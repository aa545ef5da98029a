import { describe, expect, it } from 'vitest';
import { hasBrowser } from '../support/browser/browser.ts';
import { checkAccessibility } from '../support/browser/check-accessibility.ts';
import { openPage } from '../support/browser/open-page.ts';
import { serveSchool } from '../support/browser/serve-pages.ts';
import { addPupil, send, startBatch, untilScreened } from '../features/uploads/seed.ts';
import { addFlagged } from '../features/moderation/seed.ts';
import { faceAt } from '../policy/evidence-of.ts';
import { addForLineUp, oneFace, smallPhoto } from './review-world.ts';
import { press, fitsNarrow } from './review-keys.ts';

describe.skipIf(!hasBrowser)('review', { timeout: 120_000 }, () => {
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
});
