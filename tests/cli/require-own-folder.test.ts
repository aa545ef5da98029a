import { mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { landscape } from '../support/make-photos.ts';
import { runCli } from '../support/run-cli.ts';
import { freshFolder } from '../support/service/fresh-vault.ts';

let root = '';
const inRoot = (...parts: string[]): string => path.join(root, ...parts);

beforeEach(async () => {
  root = freshFolder();
  mkdirSync(inRoot('photos', 'day'), { recursive: true });
  writeFileSync(inRoot('photos', 'day', 'a.jpg'), await landscape());
  symlinkSync(inRoot('photos'), inRoot('link'));
});

it.each(['photos', 'photos/day', 'link'])('never puts clean copies beside what is checked: --out %s', async (out) => {
  const { code, err } = await runCli(['check', inRoot('photos'), '--out', inRoot(out)]);
  expect(code).toBe(2);
  expect(err).toContain('--out needs a folder of its own');
  expect(readdirSync(inRoot('photos', 'day'))).toEqual(['a.jpg']);
});

it('takes a folder with a name that only begins alike', async () => {
  mkdirSync(inRoot('photos', 'day-clean'));
  const { code } = await runCli(['check', inRoot('photos', 'day'), '--out', inRoot('photos', 'day-clean')]);
  expect(code).toBe(0);
  expect(readdirSync(inRoot('photos', 'day-clean')).filter((name) => name.endsWith('.jpg')).length).toBe(1);
});
