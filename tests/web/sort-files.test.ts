import { describe, expect, it } from 'vitest';
import { sortFiles } from '../../src/web/upload/sort-files.ts';

const fileOf = (name: string, bytes: number, type = 'image/jpeg'): File =>
  new File([new Uint8Array(bytes)], name, { type, lastModified: 1 });

describe('sorting files before they are sent', () => {
  it('leaves out what the service would refuse, with the reason, and counts a file chosen twice once', () => {
    const first = fileOf('a.jpg', 10);
    const added = [
      fileOf('a.jpg', 10),
      fileOf('large.jpg', 101),
      fileOf('empty.jpg', 0),
      fileOf('notes.txt', 5, 'text/plain'),
      fileOf('camera.heic', 100, ''),
      fileOf('third.jpg', 9),
    ];
    const { chosen, leftOut } = sortFiles([first], added, { room: 2, bytesPerPhoto: 100 });
    expect(chosen.map(({ name }) => name)).toEqual(['a.jpg', 'camera.heic']);
    expect(leftOut).toEqual([
      { name: 'large.jpg', because: 'too-large' },
      { name: 'empty.jpg', because: 'empty' },
      { name: 'notes.txt', because: 'not-picture' },
      { name: 'third.jpg', because: 'too-many' },
    ]);
  });
});
