import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listPhotos } from '../../src/cli/list-photos.ts';

describe('listing photos', () => {
  let root = '';
  const names = [
    'b/IMG_10.jpg',
    'b/IMG_9.jpg',
    'b/notes.txt',
    'b/.hidden.jpg',
    'b/Thumbs.db',
    'b/__MACOSX/x.jpg',
    "a/it's; rm -rf 'x'.jpg",
    'a/-n.jpg',
    'a/Zoë ŵ 照片\n.jpg',
    'empty/.DS_Store',
  ];
  beforeAll(() => {
    root = mkdtempSync(path.join(tmpdir(), 'photoward-list-'));
    for (const name of names) {
      mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
      writeFileSync(path.join(root, name), 'x');
    }
    symlinkSync(root, path.join(root, 'b', 'up'));
    symlinkSync(path.join(root, 'nowhere'), path.join(root, 'b', 'broken.jpg'));
  });
  afterAll(() => {
    rmSync(root, { recursive: true });
  });

  it('walks folders in order, passes over clutter and ends at links to a folder above', async () => {
    const files = (await listPhotos([root])).map((file) => path.relative(root, file));
    expect(files).toEqual([
      'a/-n.jpg',
      "a/it's; rm -rf 'x'.jpg",
      'a/Zoë ŵ 照片\n.jpg',
      'b/broken.jpg',
      'b/IMG_9.jpg',
      'b/IMG_10.jpg',
      'b/notes.txt',
    ]);
  });

  it('takes files as given, also hidden ones, and each only once', async () => {
    const hidden = path.join(root, 'b', '.hidden.jpg');
    const nine = path.join(root, 'b', 'IMG_9.jpg');
    expect(await listPhotos([nine, hidden, nine])).toEqual([nine, hidden]);
    const all = await listPhotos([nine, path.join(root, 'b')]);
    expect(all.filter((file) => file === nine)).toHaveLength(1);
    expect(all[0]).toBe(nine);
  });

  it('says which file is not there, and when there is nothing', async () => {
    const missing = path.join(root, 'no.jpg');
    await expect(listPhotos([missing])).rejects.toMatchObject({ code: 'file-not-found', detail: missing });
    await expect(listPhotos([path.join(root, 'empty')])).rejects.toMatchObject({ code: 'usage' });
  });
});
