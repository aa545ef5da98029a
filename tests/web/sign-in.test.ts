import { describe, expect, it } from 'vitest';
import { checkAccessibility } from '../support/browser/check-accessibility.ts';
import { hasBrowser } from '../support/browser/browser.ts';
import { openPage } from '../support/browser/open-page.ts';
import { serveEmptySchool, serveSchool } from '../support/browser/serve-pages.ts';
import { createClient } from '../support/service/client.ts';
import { testPassword } from '../support/service/start-service.ts';

describe.skipIf(!hasBrowser)('signing in', () => {
  it('leads to the page that was asked for, by keyboard alone', async () => {
    const service = await serveSchool();
    const page = await openPage(service.client(), { expected: ['status of 401'] });
    await page.goto('/account?x=1');
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    await checkAccessibility(page);
    await page.getByLabel('E-mail address').focus();
    await page.keyboard.type('staff@oakfield.example');
    await page.keyboard.press('Tab');
    await page.keyboard.type('wrong');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').getByText('is not right').waitFor();
    await page.getByLabel('Password').fill(testPassword);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Your account' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/account');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
    await checkAccessibility(page);
    await page.reload();
    await page.getByRole('heading', { name: 'Your account' }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BODY');
  });

  it('takes the first tap on its button, though what was missing is said above it', async () => {
    const service = await serveSchool();
    const page = await openPage(service.client(), {
      ...{ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
    });
    await page.goto('/sign-in');
    const button = page.getByRole('button', { name: 'Sign in', exact: true });
    await button.tap();
    await page.getByText('Fill this in.').first().waitFor();
    await page.getByLabel('E-mail address').fill('staff@oakfield.example');
    await page.getByLabel('Password').focus();
    await page.keyboard.type(testPassword);
    // At its lower edge, which moves away when the form becomes shorter.
    const { x, y, height } = (await button.boundingBox())!;
    await page.touchscreen.tap(x + 40, y + height - 4);
    await page.getByRole('heading', { name: 'Start' }).waitFor();
  });

  it('never leads to another site', async () => {
    const service = await serveSchool();
    const page = await openPage(service.client());
    await page.goto('/sign-in?next=//elsewhere.example/');
    await page.getByLabel('E-mail address').fill('staff@oakfield.example');
    await page.getByLabel('Password').fill(testPassword);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.getByRole('heading', { name: 'Start' }).waitFor();
    expect(new URL(page.url()).origin).toBe(service.origin);
  });

  it('sets the school up with the one-time link, which stays in no address', async () => {
    const { service, origin } = await serveEmptySchool();
    const link = await service.offerSetUpLink(origin);
    const page = await openPage(createClient(origin));
    await page.goto(link!);
    await page.getByLabel('Name of the school').fill('Oakfield School');
    expect(page.url()).not.toContain('#');
    await checkAccessibility(page);
    await page.getByLabel('Your name').fill('Ada Admin');
    await page.getByLabel('E-mail address').fill('ada@oakfield.example');
    await page.getByLabel('Choose a password').fill(testPassword);
    await page.getByRole('button', { name: 'Set up the school' }).click();
    await page.getByRole('button', { name: 'Ada Admin' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/administration');
  });

  it('says that a school is not set up yet', async () => {
    const { origin } = await serveEmptySchool();
    const page = await openPage(createClient(origin));
    await page.goto('/');
    await page.getByText('This school is not set up yet').waitFor();
    expect(await page.getByLabel('Password').count()).toBe(0);
    await checkAccessibility(page);
  });

  it('says why signing in with another service failed', async () => {
    const service = await serveSchool();
    const page = await openPage(service.client());
    await page.goto('/sign-in?problem=sign-in-failed');
    await page.getByRole('alert').getByText('Nobody here uses that account').waitFor();
    await checkAccessibility(page);
    await page.getByRole('button', { name: 'Cymraeg' }).click();
    await page.getByRole('alert').getByText('Nid oes neb yma').waitFor();
    await page.goto('/sign-in?problem=toString');
    await page.getByRole('alert').getByText('Ni weithiodd').waitFor();
  });

  it('speaks Welsh', async () => {
    const service = await serveSchool();
    const page = await openPage(service.client());
    await page.goto('/sign-in');
    await page.getByRole('button', { name: 'Cymraeg' }).click();
    await page.getByRole('heading', { name: 'Mewngofnodi' }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('cy');
  });
});
