import { chmodSync, existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { loadKeyRing } from '../../src/files/key-ring.ts';
import { makeOwnFolder } from '../../src/lib/make-own-folder.ts';
import { holdServingLock } from '../../src/store/hold-serving-lock.ts';
import { openStore } from '../../src/store/open-store.ts';

function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'photoward-own-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
  });
  return folder;
}

const modeOf = (file: string): string => (statSync(file).mode & 0o777).toString(8);

it('takes what an earlier version left readable out of reach of others', async () => {
  const folder = temporaryFolder();
  const [database, keyFile] = [path.join(folder, 'photoward.db'), path.join(folder, 'photoward.key')];
  loadKeyRing({ keyText: undefined, keyFile, mayMake: true });
  // As after a crash: what is not yet in the database stands in the file beside it.
  const crashed = await openStore(database);
  onTestFinished(() => crashed.close());
  const files = [database, `${database}-wal`, `${database}-shm`, keyFile];
  for (const file of files) chmodSync(file, 0o644);
  loadKeyRing({ keyText: undefined, keyFile, mayMake: false });
  const store = await openStore(database);
  onTestFinished(() => store.close());
  expect(files.map(modeOf)).toEqual(files.map(() => '600'));
});

it('makes folders for its account alone, and leaves one that is there as it is', () => {
  const folder = temporaryFolder();
  chmodSync(folder, 0o755);
  makeOwnFolder(path.join(folder, 'school', 'data'));
  makeOwnFolder(path.join(folder, 'school', 'data'));
  expect(['school/data', 'school', '.'].map((name) => modeOf(path.join(folder, name)))).toEqual(['700', '700', '755']);
});

it('lets nobody else hold the lock that keeps a second service away', () => {
  const lock = path.join(temporaryFolder(), 'serving.lock');
  holdServingLock(lock)();
  expect(modeOf(lock)).toBe('600');
  chmodSync(lock, 0o644);
  holdServingLock(lock)();
  expect(modeOf(lock)).toBe('600');
});

it.skipIf(!existsSync('/proc/self'))('says so where no folder can be made, and does not try for ever', () => {
  expect(() => holdServingLock('/proc/photoward/school/serving.lock')).toThrow(
    expect.objectContaining({ code: 'data-folder-unusable', detail: '/proc/photoward/school' }) as Error,
  );
});
