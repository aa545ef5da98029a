import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { openFileVault, type FileVault } from '../../../src/files/file-vault.ts';
import { keyRingOf, type KeyRing } from '../../../src/files/key-ring.ts';

/** A folder of its own for one test, removed afterwards. */
export function freshFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'photoward-test-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

/** A key that is the same in every run. For tests alone. */
export const testKeys: KeyRing = keyRingOf([Buffer.alloc(32, 7).toString('base64')]);

/** An empty vault in a folder of its own. */
export async function freshVault(
  keys: KeyRing = testKeys,
): Promise<{ readonly vault: FileVault; readonly folder: string }> {
  const folder = freshFolder();
  return { vault: await openFileVault(folder, keys, { clearTemporary: true }), folder };
}
