import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { openNameless } from '../../src/lib/nameless-file.ts';
import { writeWhole } from '../../src/pipeline/write-whole.ts';
import { freshFolder } from '../support/service/fresh-vault.ts';

describe('writing a file whole', () => {
  it('leaves nothing of what a process that died had written to a place without a name', async () => {
    const folder = freshFolder();
    const place = await openNameless(path.join(folder, 'place'));
    await writeWhole(place.path, Buffer.from('a longer beginning'));
    await writeWhole(place.path, Buffer.from('pixels'));
    expect(readFileSync(place.path, 'utf8')).toBe('pixels');
    await place.close();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('puts a named file in the place of the one before, and leaves nothing beside it', async () => {
    const folder = freshFolder();
    const target = path.join(folder, 'photo.jpg');
    await writeWhole(target, Buffer.from('a longer beginning'));
    await writeWhole(target, Buffer.from('pixels'));
    expect(readFileSync(target, 'utf8')).toBe('pixels');
    expect(readdirSync(folder)).toEqual(['photo.jpg']);
    const nowhere = writeWhole(path.join(folder, 'nowhere', 'photo.jpg'), Buffer.from('pixels'));
    await expect(nowhere).rejects.toMatchObject({ code: 'clean-failed' });
  });
});
