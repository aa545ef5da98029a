import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { nameNew } from '../../src/files/name-new.ts';
import { freshFolder } from '../support/service/fresh-vault.ts';

it('of many at the same moment one gets the name, and the others keep what they wrote', async () => {
  const folder = freshFolder();
  const drafts = Array.from({ length: 40 }, (_, index) => path.join(folder, `draft-${index}`));
  for (const draft of drafts) writeFileSync(draft, draft);
  const target = path.join(folder, 'all.backup');
  const ends = await Promise.allSettled(drafts.map((draft) => nameNew(draft, target)));
  const named = drafts.filter((_, index) => ends[index]!.status === 'fulfilled');
  expect(named).toEqual([readFileSync(target, 'utf8')]);
  for (const end of ends) if (end.status === 'rejected') expect(end.reason).toMatchObject({ code: 'conflict' });
  const left = drafts.filter((draft) => draft !== named[0]).map((draft) => path.basename(draft));
  expect(readdirSync(folder).sort()).toEqual(['all.backup', ...left].sort());
});

// A folder can have no second name, as no file can on a memory stick.
it('names what can have no second name, and still never over a file that is there', async () => {
  const folder = freshFolder();
  const [draft, target] = [path.join(folder, 'draft'), path.join(folder, 'target')];
  mkdirSync(draft);
  await nameNew(draft, target);
  expect([existsSync(draft), existsSync(target)]).toEqual([false, true]);
  mkdirSync(draft);
  await expect(nameNew(draft, target)).rejects.toMatchObject({ code: 'conflict' });
  expect(existsSync(draft)).toBe(true);
});

it('says which folder is missing as the system says it', async () => {
  const folder = freshFolder();
  writeFileSync(path.join(folder, 'draft'), '');
  const target = path.join(folder, 'no-folder', 'target');
  await expect(nameNew(path.join(folder, 'draft'), target)).rejects.toMatchObject({ code: 'ENOENT' });
});
