import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

interface Violation {
  readonly id: string;
  readonly impact: string | null;
  readonly help: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

/**
 * Run axe on the page as it is; anything it finds fails the test, with what and where. React Aria's own announcements are
 * left out: they name buttons that may be gone while they are still being read.
 */
export async function checkAccessibility(page: Page): Promise<void> {
  await page.evaluate(axe.source);
  const violations = await page.evaluate<readonly Violation[]>(
    'axe.run({ exclude: [["[data-live-announcer]"]] }, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }).then((result) => result.violations)',
  );
  const found = violations.map(
    ({ id, impact, help, nodes }) =>
      `${impact ?? ''} ${id}: ${help}\n  ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary ?? ''}`).join('\n  ')}`,
  );
  expect(found, `axe at ${page.url()}`).toEqual([]);
}
