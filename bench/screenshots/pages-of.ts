import type { Page } from 'playwright-core';
import type { Role } from '../../src/policy/words/role.ts';
import type { SampleIds } from './find-sample-ids.ts';

/** The pages' own list. It is read while running, since the pages are compiled for a browser and this is not. */
const { pageRoutes } = (await import(new URL('../../src/web/page-routes.ts', import.meta.url).href)) as {
  readonly pageRoutes: readonly { readonly path: string; readonly roles: readonly Role[] | 'everybody' }[];
};

/** A page to take a picture of; `open` brings up what is not there at once. */
export interface Shot {
  readonly name: string;
  readonly address: string;
  /** The page to its end; otherwise what the window shows. */
  readonly isWhole: boolean;
  readonly open?: (page: Page) => Promise<void>;
}

/** Dialogs that matter, by the page they are opened from and the button that opens them. */
const dialogs: readonly { readonly path: string; readonly role: Role; readonly button: string }[] = [
  { path: '/pupils', role: 'office', button: 'Add a pupil' },
  { path: '/administration/people', role: 'admin', button: 'Invite' },
  { path: '/administration/channels', role: 'admin', button: 'Apply' },
  { path: '/administration/retention', role: 'admin', button: 'Erase' },
  { path: '/review/:photoId', role: 'moderator', button: 'Reject' },
];

/** Pages that fit themselves to the window: drawn longer than it, they would look as they never do. */
const fitted = ['/review/:photoId'];

const fill = (path: string, ids: SampleIds): string =>
  path.replaceAll(/:(\w+)/g, (_, name: string) => {
    const id = ids[name];
    if (id === undefined) throw new Error(`find-sample-ids.ts does not look up ${name}, which ${path} needs`);
    return id;
  });

const nameOf = (path: string): string => (path === '/' ? 'home' : path.slice(1).replaceAll(/[/:]+/g, '-'));

/** Every page a role may open, and its dialogs. */
export function pagesOf(role: Role, ids: SampleIds): Shot[] {
  const own = pageRoutes.filter(({ roles }) => roles === 'everybody' || roles.includes(role));
  const pages = own.map(({ path }) => ({
    name: `${role} ${nameOf(path)}`,
    address: fill(path, ids),
    isWhole: !fitted.includes(path),
  }));
  const opened = dialogs
    .filter((dialog) => dialog.role === role)
    .map(({ path, button }) => ({
      name: `${role} ${nameOf(path)} dialog`,
      address: fill(path, ids),
      isWhole: false,
      open: async (page: Page) => {
        await page.getByRole('button', { name: button }).first().click({ timeout: 5_000 });
        await page.getByRole('dialog').or(page.getByRole('alertdialog')).first().waitFor({ timeout: 5_000 });
      },
    }));
  return [...pages, ...opened];
}
