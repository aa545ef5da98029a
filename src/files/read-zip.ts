import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { openPromise, type Entry, type ZipFile } from 'yauzl';
import { AppError } from '../lib/app-error.ts';
import { newId } from '../lib/new-id.ts';

export interface ZipLimits {
  readonly maxFiles: number;
  readonly maxBytesPerFile: number;
  readonly maxBytesTogether: number;
}

/** One file of a ZIP, on disk under a name of our own until the next one is asked for. */
export interface ZippedFile {
  /** The last part of its name. Data only: never a path. */
  readonly name: string;
  readonly path: string;
}

const linkMode = 0o120000;

function refuse(detail: string, cause?: unknown): never {
  throw new AppError('zip-unsafe', { detail, ...(cause === undefined ? {} : { cause }) });
}

/** Folders and the notes that macOS and Windows add beside photos. */
function isIgnored({ fileName }: Entry): boolean {
  const name = path.posix.basename(fileName);
  return fileName.endsWith('/') || fileName.startsWith('__MACOSX/') || /^(\.|Thumbs\.db$|desktop\.ini$)/i.test(name);
}

/** The whole directory, before anything is unpacked. The library refuses names that lead out of the archive. */
async function listEntries(zip: ZipFile, limits: ZipLimits): Promise<readonly Entry[]> {
  const entries: Entry[] = [];
  let together = 0;
  try {
    for await (const entry of zip.eachEntry()) {
      if (isIgnored(entry)) continue;
      if (((entry.externalFileAttributes >>> 16) & 0o170000) === linkMode) refuse('it holds a link');
      if (entry.isEncrypted()) refuse('it is protected by a password');
      together += entry.uncompressedSize;
      if (entry.uncompressedSize > limits.maxBytesPerFile) refuse('a file in it is too large');
      if (together > limits.maxBytesTogether) refuse('it is too large when unpacked');
      if (entries.push(entry) > limits.maxFiles) throw new AppError('too-many-files');
    }
  } catch (error) {
    if (error instanceof AppError) throw error;
    refuse('its directory is damaged or holds paths that lead elsewhere', error);
  }
  return entries;
}

/** Unpack one file, and stop at the limit whatever its header claims. */
async function unpack(zip: ZipFile, entry: Entry, target: string, maxBytes: number): Promise<void> {
  let bytes = 0;
  const counter = new Transform({
    transform(part: Buffer, _encoding, done) {
      bytes += part.length;
      if (bytes > maxBytes) done(new AppError('zip-unsafe', { detail: 'a file in it is larger than it says' }));
      else done(null, part);
    },
  });
  try {
    const stream = await zip.openReadStreamPromise(entry);
    await pipeline(stream, counter, createWriteStream(target, { flags: 'wx', mode: 0o600 }));
  } catch (error) {
    if (error instanceof AppError) throw error;
    refuse('a file in it is damaged', error);
  }
}

/**
 * The files of a ZIP, one at a time, each under a temporary name in `folder`, removed before the next. Names, links,
 * sizes and number are checked for the whole archive first. Throws `zip-unsafe` or `too-many-files`.
 */
export async function* readZip(file: string, folder: string, limits: ZipLimits): AsyncGenerator<ZippedFile> {
  const zip = await openPromise(file, { autoClose: false, strictFileNames: true, validateEntrySizes: true }).catch(
    (error: unknown) => refuse('it is not a ZIP file', error),
  );
  try {
    for (const entry of await listEntries(zip, limits)) {
      const target = path.join(folder, `zip-${newId()}`);
      try {
        await unpack(zip, entry, target, limits.maxBytesPerFile);
        yield { name: path.posix.basename(entry.fileName), path: target };
      } finally {
        await rm(target, { force: true });
      }
    }
  } finally {
    zip.close();
  }
}
