import { createHash, hkdfSync, randomBytes } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import path from 'node:path';
import { AppError } from '../lib/app-error.ts';
import { keepToOwner } from '../lib/keep-to-owner.ts';
import { makeOwnFolder } from '../lib/make-own-folder.ts';

/** One 32-byte key and the 16 hex digits that name it in every sealed file. The name tells nothing about the key. */
export interface SealingKey {
  readonly id: string;
  readonly bytes: Buffer;
}

/** The key new things are sealed with, and older ones that can still open what they sealed. */
export interface KeyRing {
  readonly current: SealingKey;
  /** The ids of all keys, the current one first. */
  readonly ids: readonly string[];
  /** The key by its id. Throws `file-sealed` when it is not in the ring. */
  readonly find: (id: string) => SealingKey;
}

const keyBytes = 32;

/**
 * A ring from key texts (base64 or hex of 32 bytes each), the current one first. Throws `key-invalid`; the text itself
 * never appears in the error.
 */
export function keyRingOf(texts: readonly string[]): KeyRing {
  const keys = texts.map(parseKey);
  const current = keys[0];
  if (current === undefined) throw new AppError('key-missing');
  return {
    current,
    ids: keys.map(({ id }) => id),
    find: (id) => {
      const key = keys.find((candidate) => candidate.id === id);
      if (key === undefined) throw new AppError('file-sealed', { detail: `key ${id}` });
      return key;
    },
  };
}

/**
 * The ring of a data folder: from `keyText` (PHOTOWARD_KEY; several keys separated by spaces, the current first) or from
 * the key file, one key a line. When neither exists and `mayMake` says the folder is new, a key is made and written with
 * rights for its owner alone. Throws `key-missing` when sealed data exists but its key does not.
 */
export function loadKeyRing(options: {
  readonly keyText: string | undefined;
  readonly keyFile: string;
  readonly mayMake: boolean;
}): KeyRing {
  if (options.keyText !== undefined) return keyRingOf(wordsOf(options.keyText));
  keepToOwner(options.keyFile);
  if (existsSync(options.keyFile)) return keyRingOf(wordsOf(readFileSync(options.keyFile, 'utf8')));
  if (!options.mayMake) throw new AppError('key-missing', { detail: path.basename(options.keyFile) });
  const text = newKeyText();
  writeOnce(options.keyFile, `${text}\n`);
  return keyRingOf([text]);
}

/** A new key as it is written in a key file. */
export function newKeyText(): string {
  return randomBytes(keyBytes).toString('base64');
}

/** The keys of a text, one word each. */
export function wordsOf(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}

/** A 32-byte key for one purpose and one salt, so that no two files or fields share a key. HKDF-SHA-256, RFC 5869. */
export function deriveKey(key: SealingKey, salt: Uint8Array, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', key.bytes, salt, `photoward ${purpose}`, keyBytes));
}

function parseKey(text: string): SealingKey {
  const bytes = /^[0-9a-f]{64}$/i.test(text) ? Buffer.from(text, 'hex') : Buffer.from(text, 'base64');
  if (bytes.length !== keyBytes || !/^[0-9a-z+/_=-]+$/i.test(text)) throw new AppError('key-invalid');
  const id = createHash('sha256').update('photoward key id').update(bytes).digest('hex').slice(0, 16);
  return { id, bytes };
}

/** `wx`: two processes starting at once cannot both make a key. */
function writeOnce(file: string, text: string): void {
  makeOwnFolder(path.dirname(file));
  const handle = openSync(file, 'wx', 0o600);
  try {
    writeSync(handle, text);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
