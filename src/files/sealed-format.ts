import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { AppError } from '../lib/app-error.ts';
import { deriveKey, type KeyRing } from './key-ring.ts';

/**
 * Layout of a sealed file: magic, key id (8 bytes), salt (32), then chunks of 64 KiB, each followed by its 16-byte tag.
 * The file's key is derived from the school's key, the salt and the file's own kind and id, so a file moved under
 * another name does not open. Each chunk's nonce is its number and whether it is the last, so chunks cannot be dropped,
 * repeated, swapped or cut off the end (the STREAM construction of Hoang, Reyhanitabar, Rogaway and Vizár, 2015).
 */
const magic = Buffer.from('PWF1', 'latin1');
const keyIdBytes = 8;
const saltBytes = 32;
const tagBytes = 16;
const headBytes = magic.length + keyIdBytes + saltBytes;
const chunkBytes = 64 * 1024;

/** Plain bytes in, sealed bytes out; memory for one chunk, whatever the size. */
export async function* sealStream(
  keys: KeyRing,
  context: string,
  plain: AsyncIterable<Uint8Array>,
): AsyncGenerator<Buffer> {
  const salt = randomBytes(saltBytes);
  const head = Buffer.concat([magic, Buffer.from(keys.current.id, 'hex'), salt]);
  const key = deriveKey(keys.current, salt, `file ${context}`);
  yield head;
  let index = 0;
  for await (const { bytes, last } of chunksOf(plain, chunkBytes)) {
    const cipher = createCipheriv('aes-256-gcm', key, nonceOf(index, last));
    cipher.setAAD(head);
    yield Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
    index += 1;
  }
}

/**
 * The reverse. Each chunk is verified before it is handed on; a file cut short fails at its end, so a reader must not
 * treat what it got so far as the whole. Throws `file-damaged` or `file-sealed`.
 */
export async function* openSealedStream(
  keys: KeyRing,
  context: string,
  sealed: AsyncIterable<Uint8Array>,
): AsyncGenerator<Buffer> {
  const source = sealed[Symbol.asyncIterator]();
  const { head, rest } = await takeHead(source);
  const key = deriveKey(keys.find(keyIdIn(head)), head.subarray(-saltBytes), `file ${context}`);
  let index = 0;
  for await (const { bytes, last } of chunksOf(follow(rest, source), chunkBytes + tagBytes)) {
    yield openChunk({ key, head, bytes, nonce: nonceOf(index, last) });
    index += 1;
  }
}

/** The id of the key a file was sealed with, read from its beginning. Throws `file-damaged`. */
export async function readKeyId(sealed: AsyncIterable<Uint8Array>): Promise<string> {
  return keyIdIn((await takeHead(sealed[Symbol.asyncIterator]())).head);
}

async function takeHead(source: AsyncIterator<Uint8Array>): Promise<{ readonly head: Buffer; readonly rest: Buffer }> {
  let joined: Buffer = Buffer.alloc(0);
  while (joined.length < headBytes) {
    const next = await source.next();
    if (next.done === true) throw new AppError('file-damaged', { detail: 'no header' });
    joined = Buffer.concat([joined, next.value]);
  }
  return { head: joined.subarray(0, headBytes), rest: joined.subarray(headBytes) };
}

function keyIdIn(head: Buffer): string {
  if (!head.subarray(0, magic.length).equals(magic)) throw new AppError('file-damaged', { detail: 'no header' });
  return head.toString('hex', magic.length, magic.length + keyIdBytes);
}

function openChunk(chunk: { key: Buffer; head: Buffer; bytes: Buffer; nonce: Buffer }): Buffer {
  if (chunk.bytes.length < tagBytes) throw new AppError('file-damaged', { detail: 'cut short' });
  const decipher = createDecipheriv('aes-256-gcm', chunk.key, chunk.nonce);
  decipher.setAAD(chunk.head);
  decipher.setAuthTag(chunk.bytes.subarray(-tagBytes));
  try {
    return Buffer.concat([decipher.update(chunk.bytes.subarray(0, -tagBytes)), decipher.final()]);
  } catch (error) {
    throw new AppError('file-damaged', { cause: error });
  }
}

function nonceOf(index: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUInt32BE(index, 7);
  nonce.writeUInt8(last ? 1 : 0, 11);
  return nonce;
}

async function* follow(first: Buffer, source: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield first;
  for (let next = await source.next(); next.done !== true; next = await source.next()) yield next.value;
}

/** The same bytes in chunks of exactly `size`, the last one marked (it may be shorter, and empty for an empty input). */
async function* chunksOf(
  source: AsyncIterable<Uint8Array>,
  size: number,
): AsyncGenerator<{ readonly bytes: Buffer; readonly last: boolean }> {
  let held: Buffer[] = [];
  let heldBytes = 0;
  for await (const part of source) {
    held.push(Buffer.from(part.buffer, part.byteOffset, part.byteLength));
    heldBytes += part.byteLength;
    if (heldBytes <= size) continue;
    let joined = Buffer.concat(held);
    for (; joined.length > size; joined = joined.subarray(size)) yield { bytes: joined.subarray(0, size), last: false };
    held = [Buffer.from(joined)];
    heldBytes = joined.length;
  }
  yield { bytes: Buffer.concat(held), last: true };
}
