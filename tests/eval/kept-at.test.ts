import { mkdtemp, readdir, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { keptAt } from '../../eval/kept-at.ts';

it('makes a value once for a key, and each time without a folder', async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'photoward-kept-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const vectors = { feature: Float32Array.of(0.25, -1) };
  let made = 0;
  const look = (keep: string | undefined, key: string) =>
    keptAt(keep, ['model@1', key], () => {
      made++;
      return Promise.resolve(key === 'none' ? null : vectors);
    });
  const kept = path.join(folder, 'deeper');
  expect([await look(kept, 'a.jpg'), await look(kept, 'a.jpg')]).toEqual([vectors, vectors]);
  expect([await look(kept, 'none'), await look(kept, 'none')]).toEqual([null, null]);
  expect(made).toBe(2);
  expect(await readdir(kept)).toHaveLength(2);
  await look(undefined, 'a.jpg');
  await look(undefined, 'a.jpg');
  expect(made).toBe(4);
});
