import { readFileSync, realpathSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '../lib/app-error.ts';
import { keyRingOf, newKeyText, wordsOf, type KeyRing } from './key-ring.ts';
import { syncFolder } from './sync-folder.ts';
import { writeNew } from './write-new.ts';

/** Put a new key before the others in a key file; from the next start on it seals what comes. Returns the new ring. */
export async function addKey(keyFile: string): Promise<KeyRing> {
  return await rewrite(keyFile, [newKeyText(), ...readTexts(keyFile)]);
}

/**
 * Take a key out of a key file. Whoever calls has made sure that nothing is sealed with it. Throws `not-found` for an id
 * that is not in the file, `key-in-use` for the newest. Returns the ring that is left.
 */
export async function removeKey(keyFile: string, id: string): Promise<KeyRing> {
  const texts = readTexts(keyFile);
  const left = texts.filter((text) => keyRingOf([text]).current.id !== id);
  if (left.length === texts.length) throw new AppError('not-found', { detail: `key ${id}` });
  if (left[0] !== texts[0]) throw new AppError('key-in-use', { detail: 'it is the newest, which seals what comes' });
  return await rewrite(keyFile, left);
}

function readTexts(keyFile: string): string[] {
  return wordsOf(readFileSync(keyFile, 'utf8'));
}

/** Beside, flushed, renamed: a crash leaves the old keys or the new ones. */
async function rewrite(keyFile: string, texts: readonly string[]): Promise<KeyRing> {
  const keys = keyRingOf(texts);
  const file = realpathSync(keyFile); // a link to a place apart stays one
  const draft = `${file}.new`;
  await rm(draft, { force: true }); // of a change that was killed
  try {
    await writeNew(
      draft,
      (async function* () {
        yield await Promise.resolve(Buffer.from(`${texts.join('\n')}\n`, 'utf8'));
      })(),
    );
    await rename(draft, file);
    await syncFolder(path.dirname(file));
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
  return keys;
}
