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

/** What is opened over or in a page by a button: dialogs, and the ways of working on a photo. */
const opened: readonly {
  readonly path: string;
  readonly role: Role;
  readonly button: string;
  readonly shows?: string;
}[] = [
  { path: '/pupils', role: 'office', button: 'Add a pupil' },
  { path: '/pupils/:pupilId', role: 'office', button: 'Record an answer' },
  { path: '/administration/people', role: 'admin', button: 'Invite somebody' },
  { path: '/administration/channels', role: 'admin', button: 'Apply for a channel' },
  { path: '/administration/retention', role: 'admin', button: 'Erase it now' },
  { path: '/safeguarding/pupils/:pupilId', role: 'dsl', button: 'Restrict this pupil' },
  { path: '/takedowns', role: 'moderator', button: 'Say what was done' },
  { path: '/batches/:batchId', role: 'staff', button: 'Photo 1, ' },
  { path: '/review/:photoId', role: 'moderator', button: 'Reject' },
  { path: '/review/:photoId', role: 'moderator', button: 'Keys' },
  { path: '/review/:photoId', role: 'moderator', button: 'Cover', shows: 'Cover or crop' },
  { path: '/review/:photoId', role: 'moderator', button: 'Draw a face', shows: 'Draw a face' },
  { path: '/review/:photoId', role: 'moderator', button: 'Line-up', shows: 'in the photo?' },
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

/** Every page a role may open, and what its buttons open. */
export function pagesOf(role: Role, ids: SampleIds): Shot[] {
  const own = pageRoutes.filter(({ roles }) => roles === 'everybody' || roles.includes(role));
  const pages = own.map(({ path }) => ({
    name: `${role} ${nameOf(path)}`,
    address: fill(path, ids),
    isWhole: !fitted.includes(path),
  }));
  const works = opened
    .filter((one) => one.role === role)
    .map(({ path, button, shows }) => ({
      name: `${role} ${nameOf(path)} ${button.trim().replaceAll(/\W+/g, '-')}`,
      address: fill(path, ids),
      isWhole: false,
      open: async (page: Page) => {
        await page.getByRole('button', { name: button }).first().click({ timeout: 5_000 });
        const shown = shows === undefined ? page.getByRole('dialog') : page.getByRole('heading', { name: shows });
        await shown.first().waitFor({ timeout: 5_000 });
      },
    }));
  return [...pages, ...works];
}
