import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { loadKeyRing } from '../../src/files/key-ring.ts';
import { openStore } from '../../src/store/open-store.ts';
import { runCommandHere } from '../support/run-command-here.ts';
import { freshFolder } from '../support/service/fresh-vault.ts';

it('erases one pupil for good, down to the bytes of the database file, and only when it is said plainly', async () => {
  const folder = freshFolder();
  const file = path.join(folder, 'photoward.db');
  loadKeyRing({ keyText: undefined, keyFile: path.join(folder, 'photoward.key'), mayMake: true });
  const { database, close } = await openStore(file);
  const at = '2026-03-02T09:00:00.000Z';
  for (const [number, firstName] of [
    ['P-1', 'Zenobia'],
    ['P-2', 'Benedict'],
  ] as const) {
    // prettier-ignore
    const names = { firstName, lastName: 'Quennell', preferredName: null, otherNamesJson: '[]' };
    const rest = { className: null, yearGroup: null, dateOfBirth: null, leftOn: null, createdAt: at, updatedAt: at };
    await database
      .insertInto('pupils')
      .values({ id: `01J0000000000000000000000${number.at(-1)!}`, schoolNumber: number, ...names, ...rest })
      .execute();
  }
  await close();
  const erase = (...args: string[]) => runCommandHere(['erase', ...args], { PHOTOWARD_DATA: folder });
  expect((await erase('--pupil', 'P-1')).code).toBe(2);
  expect(await erase('--pupil', 'P-9', '--for-good')).toMatchObject({ code: 2 });
  expect(readFileSync(file).includes('Zenobia')).toBe(true);
  const erased = await erase('--pupil', 'P-1', '--for-good');
  expect([erased.code, erased.err]).toEqual([0, '']);
  expect(erased.out).toContain('no trace is left');
  expect([readFileSync(file).includes('Zenobia'), readFileSync(file).includes('Benedict')]).toEqual([false, true]);
});
