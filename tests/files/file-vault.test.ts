import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { eraseOrphans } from '../../src/files/erase-orphans.ts';
import { openFileVault, type FileRef } from '../../src/files/file-vault.ts';
import { keyRingOf } from '../../src/files/key-ring.ts';
import { newId } from '../../src/lib/new-id.ts';
import { heldFiles } from '../support/held-files.ts';
import { freshVault, testKeys } from '../support/service/fresh-vault.ts';

const chunk = 64 * 1024;

function placeOf(folder: string, ref: FileRef): string {
  return path.join(folder, ref.kind, ref.id.slice(-2), ref.id);
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
}

describe('the file vault', () => {
  it.each([0, 1, chunk - 1, chunk, chunk + 1, 3 * chunk, 3 * chunk + 17])('gives %i bytes back', async (size) => {
    const { vault } = await freshVault();
    const plain = randomBytes(size);
    const stored = await vault.write('original', plain);
    expect(stored.bytes).toBe(size);
    expect((await vault.read(stored)).equals(plain)).toBe(true);
    expect(stored.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it('keeps a large file whole in pieces of any size', async () => {
    const { vault } = await freshVault();
    const plain = randomBytes(20 * chunk + 5);
    const stored = await vault.write(
      'original',
      (async function* () {
        for (let at = 0; at < plain.length;) {
          const size = 1 + Math.floor((at * 31 + 7) % 100_000);
          yield await Promise.resolve(plain.subarray(at, at + size));
          at += size;
        }
      })(),
    );
    expect((await vault.read(stored)).equals(plain)).toBe(true);
  });

  it('never writes plain bytes to the disk, and seals the same bytes differently each time', async () => {
    const { vault, folder } = await freshVault();
    const secret = Buffer.from('Her name and where she lives. '.repeat(10_000));
    const [one, two] = [await vault.write('original', secret), await vault.write('original', secret)];
    for (const file of filesUnder(folder)) expect(readFileSync(file).includes('where she lives')).toBe(false);
    expect(readFileSync(placeOf(folder, one)).equals(readFileSync(placeOf(folder, two)))).toBe(false);
    expect(statSync(placeOf(folder, one)).mode & 0o077).toBe(0);
  });

  it('does not open a file put in another one’s place, nor under another kind', async () => {
    const { vault, folder } = await freshVault();
    const [one, two] = [await vault.write('clean', Buffer.from('one')), await vault.write('clean', Buffer.from('two'))];
    copyFileSync(placeOf(folder, one), placeOf(folder, two));
    await expect(vault.read(two)).rejects.toMatchObject({ code: 'file-damaged' });
    const moved = { kind: 'release', id: one.id } as const;
    mkdirSync(path.dirname(placeOf(folder, moved)), { recursive: true });
    copyFileSync(placeOf(folder, one), placeOf(folder, moved));
    await expect(vault.read(moved)).rejects.toMatchObject({ code: 'file-damaged' });
  });

  it('notices any changed bit, a lost end and swapped chunks', async () => {
    const { vault, folder } = await freshVault();
    const ref = await vault.write('original', randomBytes(3 * chunk));
    const place = placeOf(folder, ref);
    const whole = readFileSync(place);
    const head = 44;
    const sealedChunk = chunk + 16;
    const flipped = [0, 5, 20, head + 3, head + sealedChunk + 9, whole.length - 1].map((at) => {
      const copy = Buffer.from(whole);
      copy[at]! ^= 1;
      return copy;
    });
    const cut = [10, head, head + 7, head + sealedChunk, head + 2 * sealedChunk, whole.length - 1];
    const swapped = Buffer.concat([
      whole.subarray(0, head),
      whole.subarray(head + sealedChunk, head + 2 * sealedChunk),
      whole.subarray(head, head + sealedChunk),
      whole.subarray(head + 2 * sealedChunk),
    ]);
    for (const bytes of [...flipped, ...cut.map((at) => whole.subarray(0, at)), swapped]) {
      writeFileSync(place, bytes);
      await expect(vault.read(ref)).rejects.toThrow(/damaged|sealed with another key/);
    }
    writeFileSync(place, whole);
    expect((await vault.read(ref)).length).toBe(3 * chunk);
  });

  it('opens older files after the key was changed, and says so when their key is gone', async () => {
    const { vault, folder } = await freshVault();
    const ref = await vault.write('original', Buffer.from('photo'));
    const [newKey, oldKey] = [randomBytes(32).toString('hex'), Buffer.alloc(32, 7).toString('base64')];
    const rotated = await openFileVault(folder, keyRingOf([newKey, oldKey]), { clearTemporary: true });
    expect((await rotated.read(ref)).toString()).toBe('photo');
    const without = await openFileVault(folder, keyRingOf([newKey]), { clearTemporary: true });
    await expect(without.read(ref)).rejects.toMatchObject({ code: 'file-sealed' });
  });

  it('erases so that nothing is left of the file', async () => {
    const { vault, folder } = await freshVault();
    const ref = await vault.write('enrolment', Buffer.from('face'));
    await vault.erase(ref);
    await vault.erase(ref);
    expect(await vault.has(ref)).toBe(false);
    await expect(vault.read(ref)).rejects.toMatchObject({ code: 'not-found' });
    expect(filesUnder(folder)).toEqual([]);
  });

  it.each(['../../etc/passwd', '..', '', 'a/b', '01ARZ3NDEKTSV4RRFFQ69G5FA/', '01ARZ3NDEKTSV4RRFFQ69G5FAV\0'])(
    'knows no file called %j',
    async (id) => {
      const { vault } = await freshVault();
      await expect(vault.read({ kind: 'original', id })).rejects.toMatchObject({ code: 'not-found' });
      await expect((async () => vault.erase({ kind: 'original', id }))()).rejects.toMatchObject({ code: 'not-found' });
    },
  );

  it('lends a plain copy only for as long as it is used', async () => {
    const { vault, folder } = await freshVault();
    const ref = await vault.write('original', Buffer.from('pixels'));
    const seen = await vault.withPlainCopy(ref, (file) => {
      expect(statSync(file).mode & 0o077).toBe(0);
      expect(filesUnder(folder)).toEqual([placeOf(folder, ref)]); // it has no name to be found by
      expect(execFileSync('cat', [file]).toString()).toBe('pixels'); // a process of ours reads it all the same
      return Promise.resolve(readFileSync(file, 'utf8'));
    });
    expect(seen).toBe('pixels');
    await expect(vault.withPlainCopy(ref, () => Promise.reject(new Error('stop')))).rejects.toThrow('stop');
    expect(filesUnder(folder)).toEqual([placeOf(folder, ref)]);
    expect(heldFiles(folder)).toEqual([]);
  });

  it('leaves nothing when writing fails half-way, and clears left-overs at the next start', async () => {
    const { vault, folder } = await freshVault();
    const broken = (async function* () {
      yield await Promise.resolve(Buffer.from('half'));
      throw new Error('connection lost');
    })();
    await expect(vault.write('original', broken)).rejects.toThrow('connection lost');
    expect(filesUnder(folder)).toEqual([]);
    writeFileSync(path.join(vault.temporaryFolder, 'draft-crash'), 'plain');
    await openFileVault(folder, testKeys, { clearTemporary: false });
    expect(filesUnder(folder)).toHaveLength(1);
    await openFileVault(folder, testKeys, { clearTemporary: true });
    expect(filesUnder(folder)).toEqual([]);
  });

  it('finds and erases files no row knows, but not the young', async () => {
    const { vault } = await freshVault();
    const [known, orphan] = [
      await vault.write('clean', Buffer.from('a')),
      await vault.write('preview', Buffer.from('b')),
    ];
    const isKnown = (ref: FileRef) => Promise.resolve(ref.id === known.id);
    expect(await eraseOrphans(vault, isKnown, new Date())).toEqual([]);
    const later = new Date(Date.now() + 2 * 60 * 60_000);
    expect(await eraseOrphans(vault, isKnown, later)).toEqual([{ kind: 'preview', id: orphan.id }]);
    expect([await vault.has(known), await vault.has(orphan)]).toEqual([true, false]);
    expect(await vault.has({ kind: 'clean', id: newId() })).toBe(false);
  });
});
