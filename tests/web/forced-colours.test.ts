import sharp from 'sharp';
import type { Locator } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { openChannel } from '../features/setup/application.ts';
import { hasBrowser } from '../support/browser/browser.ts';
import { openPage } from '../support/browser/open-page.ts';
import { serveSchool } from '../support/browser/serve-pages.ts';

/** The lightest and the darkest grey in the middle of what is drawn, its border left out. */
async function greysIn(shown: Locator): Promise<readonly [number, number]> {
  const picture = sharp(await shown.screenshot());
  const { width, height } = await picture.metadata();
  const middle = { left: width >> 2, top: height >> 2, width: width >> 1, height: height >> 1 };
  const { data } = await sharp(await picture.extract(middle).toBuffer())
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return [Math.min(...data), Math.max(...data)];
}

const styleOf = async (shown: Locator, property: string): Promise<unknown> =>
  await shown.evaluate((element, name) => getComputedStyle(element as Element).getPropertyValue(name), property);
const borderOf = (shown: Locator): Promise<unknown> => styleOf(shown, 'border-bottom-color');

describe.skipIf(!hasBrowser)('in the reader’s own few colours', () => {
  it('shows what is chosen, where one is and where a dialog ends', { timeout: 120_000 }, async () => {
    const service = await serveSchool();
    await openChannel(service, await service.signInAs('admin'));
    const page = await openPage(await service.signInAs('moderator'), { forcedColors: 'active' });
    await page.goto('/upload');
    const radio = page.getByText('Anybody in the school');
    const dot = page.locator('.tick', { has: radio }).locator('.radio-dot');
    const before = await greysIn(dot);
    await radio.click();
    const after = await greysIn(dot);
    expect(before[1] - before[0], 'nothing is in an empty radio button').toBeLessThan(20);
    expect(after[1] - after[0], 'a dot is in the chosen one').toBeGreaterThan(60);

    // A plate of the page's colour behind the words would be as light as they are.
    const button = sharp(await page.getByRole('button', { name: 'Upload', exact: true }).screenshot()).greyscale();
    const { channels } = await button.stats();
    expect(channels[0]!.mean, 'light words on a dark button').toBeLessThan(97);

    await page.goto('/takedowns');
    const [first, second] = [page.getByRole('tab').nth(0), page.getByRole('tab').nth(1)];
    expect(await borderOf(first)).not.toBe(await borderOf(second));
    const links = page.getByRole('navigation').getByRole('link');
    expect(await borderOf(links.and(page.locator('[aria-current]')))).not.toBe(await borderOf(links.first()));

    const pages = await openPage(await service.signInAs('admin'), { forcedColors: 'active' });
    await pages.goto('/administration/people');
    await pages.getByRole('button', { name: 'Invite somebody' }).click();
    expect(await styleOf(pages.locator('.react-aria-Modal'), 'border-top-width')).toBe('1px');
  });

  it('keeps the name and both menus of the head on one line, 320 pixels wide', { timeout: 60_000 }, async () => {
    const service = await serveSchool();
    const page = await openPage(await service.signInAs('staff'), { viewport: { width: 320, height: 640 } });
    await page.goto('/');
    const menu = await page.getByRole('button', { name: 'Menu' }).boundingBox();
    const account = await page.locator('.account-button').boundingBox();
    expect(account!.y).toBeLessThan(menu!.y + menu!.height / 2);
  });
});
