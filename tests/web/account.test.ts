import { Secret, TOTP } from 'otpauth';
import { describe, expect, it } from 'vitest';
import { hasBrowser } from '../support/browser/browser.ts';
import { checkAccessibility } from '../support/browser/check-accessibility.ts';
import { openPage } from '../support/browser/open-page.ts';
import { serveSchool } from '../support/browser/serve-pages.ts';
import { testPassword } from '../support/service/start-service.ts';

describe.skipIf(!hasBrowser)('one’s own account', () => {
  it('turns the second factor on and off, changes the password and signs out elsewhere', async () => {
    const service = await serveSchool();
    const client = await service.signInAs('staff');
    await service.signInAs('staff');
    const page = await openPage(client, { expected: ['status of 400'] });
    await page.goto('/account');
    await page.getByRole('button', { name: /^Sign out there: / }).waitFor();
    await checkAccessibility(page);
    await page.getByRole('button', { name: /^Sign out there: / }).click();
    await expect.poll(() => page.getByRole('button', { name: /^Sign out there: / }).count()).toBe(0);
    await page.getByRole('button', { name: 'Turn on the second factor' }).click();
    await page.getByRole('img', { name: /^QR code/ }).waitFor();
    await checkAccessibility(page);
    const secret = await page.locator('code').innerText();
    const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: service.clock.now().getTime() });
    await page.getByLabel('Code from the app').fill(code);
    await page.keyboard.press('Enter');
    await page.getByText('Your recovery codes').waitFor();
    expect(await page.getByRole('listitem').locator('code').count()).toBeGreaterThanOrEqual(8);
    const recovery = await page.getByRole('listitem').locator('code').first().innerText();
    await checkAccessibility(page);
    await page.getByRole('button', { name: 'I have kept them' }).click();
    await page.getByRole('button', { name: 'Turn off the second factor' }).click();
    await page.getByLabel('Code from the app, or a recovery code').fill(recovery);
    await checkAccessibility(page);
    await page.getByRole('dialog').getByRole('button', { name: 'Turn off the second factor' }).click();
    await page.getByRole('button', { name: 'Turn on the second factor' }).waitFor();
    await page.getByLabel('Current password').fill('not this one');
    await page.getByLabel('New password').fill('kettle Orchard 77 paper');
    await page.getByRole('button', { name: 'Change the password' }).click();
    await page.getByRole('alert').waitFor();
    await page.getByLabel('Current password').press('Control+A');
    await page.keyboard.type(testPassword);
    await page.keyboard.press('Enter');
    await page.getByText('The password was changed.').waitFor();
  });

  it('tries a code once, however often Enter is pressed in its field', async () => {
    const service = await serveSchool();
    const client = await service.signInAs('staff');
    const page = await openPage(client, { expected: ['status of 400'], intercepts: true });
    await page.goto('/account');
    await page.getByRole('button', { name: 'Turn on the second factor' }).click();
    await page.getByLabel('Code from the app').fill('000000');
    const sent: string[] = [];
    let answer = (): void => undefined;
    const areAllPressed = new Promise<void>((resolve) => {
      answer = resolve;
    });
    await page.route('**/api/me/totp', async (route) => {
      sent.push(route.request().method());
      await areAllPressed;
      await route.continue();
    });
    await page.keyboard.press('Enter');
    await page.getByRole('progressbar').waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    answer();
    await page.getByRole('alert').waitFor();
    expect(sent).toHaveLength(1);
  });
});
