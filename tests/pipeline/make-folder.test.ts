import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeFolder } from '../../src/pipeline/make-folder.ts';

let base: string;
beforeEach(async () => {
  base = await mkdtemp(path.join(tmpdir(), 'photoward-folder-'));
});
afterEach(() => rm(base, { recursive: true, force: true }));

describe('making a folder', () => {
  it('makes those above it, and leaves one that is there alone', async () => {
    const folder = path.join(base, 'a', 'b', 'c');
    await makeFolder(folder);
    await makeFolder(folder);
    expect((await stat(folder)).isDirectory()).toBe(true);
  });

  it('says when a file is in the way', async () => {
    await writeFile(path.join(base, 'file'), '');
    await expect(makeFolder(path.join(base, 'file'))).rejects.toThrow('EEXIST');
    await expect(makeFolder(path.join(base, 'file', 'below'))).rejects.toThrow('ENOTDIR');
  });

  it.runIf(process.platform === 'linux')('ends where no folder can be made', async () => {
    await expect(makeFolder('/proc/photoward/held')).rejects.toThrow('ENOENT');
  });
});
