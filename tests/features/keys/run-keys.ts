import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';
import { openFileVault } from '../../../src/files/file-vault.ts';
import { loadKeyRing, type KeyRing } from '../../../src/files/key-ring.ts';
import { runCommandHere } from '../../support/run-command-here.ts';
import type { DataFolder } from '../../support/service/make-data-folder.ts';

/** `photoward keys …` on a data folder. */
export const runKeys = (folder: DataFolder, ...args: readonly string[]) =>
  runCommandHere(['keys', ...args], folder.env);

export const keyFileOf = ({ root }: DataFolder): string => path.join(root, 'data', 'photoward.key');

/** The keys as they stand in the file, the newest first. */
export const keyTextsOf = (folder: DataFolder): readonly string[] =>
  readFileSync(keyFileOf(folder), 'utf8').trim().split('\n');

export const ringOf = (folder: DataFolder): KeyRing =>
  loadKeyRing({ keyText: undefined, keyFile: keyFileOf(folder), mayMake: false });

/** That every file opens with these keys, as it was. */
export async function expectWhole(folder: DataFolder, ring: KeyRing): Promise<void> {
  const vault = await openFileVault(path.join(folder.root, 'data', 'files'), ring, { clearTemporary: false });
  for (const { stored, bytes } of folder.files) expect((await vault.read(stored)).equals(bytes)).toBe(true);
}
