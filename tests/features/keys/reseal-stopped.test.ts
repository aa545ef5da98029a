import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { keyRingOf } from '../../../src/files/key-ring.ts';
import { builtFolder } from '../../support/built-folders.ts';
import { startCli } from '../../support/run-cli.ts';
import { makeDataFolder, type DataFolder } from '../../support/service/make-data-folder.ts';
import { expectWhole, keyTextsOf, ringOf, runKeys } from './run-keys.ts';

/** Starts a reseal and ends it by a signal as soon as this many files are under the new key. */
async function resealUntil(folder: DataFolder, count: number, signal: 'SIGKILL' | 'SIGINT') {
  const places = folder.files.map(({ stored }) => folder.placeOf(stored.id));
  const newest = Buffer.from(ringOf(folder).current.id, 'hex');
  const { process: child, done } = startCli(['keys', 'reseal'], folder.env);
  const sealedAnew = (): number => places.filter((place) => readFileSync(place).subarray(4, 12).equals(newest)).length;
  while (child.exitCode === null && sealedAnew() < count) await wait(5);
  child.kill(signal);
  return await done;
}

it('kill -9 in the middle leaves every file whole; run again, it ends', async () => {
  const folder = await makeDataFolder(...Array.from({ length: 9 }, () => 4_000_000));
  await folder.store.close();
  await runKeys(folder, 'add');
  for (const count of [1, 3, 6]) {
    expect((await resealUntil(folder, count, 'SIGKILL')).code).toBeNull();
    await expectWhole(folder, ringOf(folder));
  }
  expect(await runKeys(folder, 'reseal')).toMatchObject({ code: 0, err: '' });
  await expectWhole(folder, keyRingOf([keyTextsOf(folder)[0]!]));
});

it('Ctrl-C ends after the file under way, and says that it goes on when run again', async () => {
  const folder = await makeDataFolder(...Array.from({ length: 12 }, () => 3_000_000));
  await folder.store.close();
  await runKeys(folder, 'add');
  const stopped = await resealUntil(folder, 1, 'SIGINT');
  expect([stopped.code, stopped.err]).toEqual([130, expect.stringContaining('Run it again')]);
  expect((await runKeys(folder)).out).toMatch(/older: [1-9]\d* files?, 0 values/);
  await expectWhole(folder, ringOf(folder));
});

it('a write that fails half-way stops it and leaves every file whole', async () => {
  const folder = await makeDataFolder(1_000, 3_000_000, 2_000);
  await folder.store.close();
  await runKeys(folder, 'add');
  // The shell's limit on the size of a file stands for the end of the disk: writing fails in the middle of the large one.
  const limited = `trap '' XFSZ; ulimit -f 2000; exec "$0" "$@"`;
  const command = [process.execPath, path.join(builtFolder, 'cli.js'), 'keys', 'reseal'];
  const child = spawn('bash', ['-c', limited, ...command], { env: { PATH: process.env.PATH, ...folder.env } });
  const [code] = (await once(child, 'close')) as [number];
  expect(code).toBe(2);
  await expectWhole(folder, ringOf(folder));
  expect(readdirSync(path.join(folder.root, 'data', 'files', 'temporary'))).toEqual([]);
  expect(await runKeys(folder, 'reseal')).toMatchObject({ code: 0, err: '' });
});
