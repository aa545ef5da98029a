import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, readdir, rm, stat, unlink } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { AppError } from '../lib/app-error.ts';
import { isId, newId } from '../lib/new-id.ts';
import { contextOf, deriveFolders } from './vault-folders.ts';
import type { KeyRing } from './key-ring.ts';
import { openNameless, type NamelessFile } from '../lib/nameless-file.ts';
import { openSealedStream, sealStream } from './sealed-format.ts';
import { syncFolder } from './sync-folder.ts';
import { writeThroughDraft } from './write-through-draft.ts';

/** What a stored file is. Each kind has its own folder and its own retention. */
export const fileKinds = [
  'original',
  'clean',
  'preview',
  'output',
  'portrait',
  'enrolment',
  'release',
  'document',
  'import',
] as const;

export type FileKind = (typeof fileKinds)[number];

/** Where a stored file is. Both parts are in the seal: a file under another name or kind does not open. */
export interface FileRef {
  readonly kind: FileKind;
  readonly id: string;
}

/** What was written, for the row in `files`. SHA-256 and size are of the plain bytes. */
export interface StoredFile extends FileRef {
  readonly bytes: number;
  readonly sha256: string;
  readonly keyId: string;
}

/** Sealed files of one school on disk. */
export interface FileVault {
  /** Seal and store under a new id; on return the bytes are on the disk. Write the row only after that. */
  readonly write: (kind: FileKind, plain: Uint8Array | AsyncIterable<Uint8Array>) => Promise<StoredFile>;
  /** The whole file. Throws `not-found`, `file-damaged` or `file-sealed`. */
  readonly read: (ref: FileRef) => Promise<Buffer>;
  /** The same as a stream, for large files. Errors arrive on the stream. */
  readonly readStream: (ref: FileRef) => Readable;
  /**
   * Lend a plain copy by path to something that can only read paths (a screening process, an encoder). It lies on the
   * vault's own disk, without a name where the system can do that, and is gone when `use` ends or this process does.
   */
  readonly withPlainCopy: <Result>(ref: FileRef, use: (file: string) => Promise<Result>) => Promise<Result>;
  /** Lend an empty place, of the same kind, to something that can only write to a path. */
  readonly withPlainPlace: <Result>(use: (file: string) => Promise<Result>) => Promise<Result>;
  /** Remove a file for good; nothing happens when it is gone already. */
  readonly erase: (ref: FileRef) => Promise<void>;
  readonly has: (ref: FileRef) => Promise<boolean>;
  /** Every stored file. */
  readonly list: () => AsyncIterable<FileRef & { readonly changedAt: Date }>;
  /** A folder for uploads on their way in. Emptied at every start. */
  readonly temporaryFolder: string;
}

/**
 * Open the vault under a folder, making it when new. `clearTemporary` removes what a crash left half-way; only the one
 * serving process may ask for it, because a tool running beside it would clear uploads on their way in.
 */
export async function openFileVault(
  folder: string,
  keys: KeyRing,
  options: { readonly clearTemporary: boolean },
): Promise<FileVault> {
  const { pathOf, temporaryFolder, kindFolder } = deriveFolders(folder);
  if (options.clearTemporary) await rm(temporaryFolder, { recursive: true, force: true });
  await mkdir(temporaryFolder, { recursive: true, mode: 0o700 });

  const readStream = (ref: FileRef): Readable =>
    Readable.from(named(openSealedStream(keys, contextOf(ref), createReadStream(pathOf(ref)))));
  return {
    temporaryFolder,
    readStream,
    read: async (ref) => Buffer.concat(await readStream(ref).toArray()),
    write: async (kind, plain) => {
      const ref = { kind, id: newId() };
      const { bytes, total } = measure(plain);
      await writeThroughDraft({ file: pathOf(ref), temporaryFolder }, sealStream(keys, contextOf(ref), bytes));
      return { ...ref, ...total(), keyId: keys.current.id };
    },
    withPlainCopy: (ref, use) =>
      withNameless(temporaryFolder, async (copy) => {
        await copy.fill(readStream(ref));
        return await use(copy.path);
      }),
    withPlainPlace: (use) => withNameless(temporaryFolder, (place) => use(place.path)),
    erase: (ref) => eraseFile(pathOf(ref)),
    has: (ref) => isThere(pathOf(ref)),
    list: async function* () {
      for (const kind of fileKinds) yield* listFolder(kindFolder(kind), kind);
    },
  };
}

async function withNameless<Result>(folder: string, use: (file: NamelessFile) => Promise<Result>): Promise<Result> {
  const file = await openNameless(path.join(folder, `plain-${newId()}`));
  try {
    return await use(file);
  } finally {
    await file.close();
  }
}

/** The same bytes, and after the last of them their number and SHA-256. */
function measure(plain: Uint8Array | AsyncIterable<Uint8Array>): {
  readonly bytes: AsyncIterable<Uint8Array>;
  readonly total: () => { readonly bytes: number; readonly sha256: string };
} {
  const hash = createHash('sha256');
  let count = 0;
  return {
    bytes: (async function* () {
      for await (const part of plain instanceof Uint8Array ? [plain] : plain) {
        hash.update(part);
        count += part.byteLength;
        yield part;
      }
    })(),
    total: () => ({ bytes: count, sha256: hash.digest('hex') }),
  };
}

async function eraseFile(file: string): Promise<void> {
  try {
    await unlink(file);
  } catch (error) {
    if (isMissing(error)) return;
    throw error;
  }
  await syncFolder(path.dirname(file));
}

async function isThere(file: string): Promise<boolean> {
  try {
    await stat(file);
    return true;
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}

async function* listFolder(folder: string, kind: FileKind): AsyncGenerator<FileRef & { readonly changedAt: Date }> {
  let names: string[];
  try {
    names = await readdir(folder, { recursive: true });
  } catch (error) {
    if (isMissing(error)) return;
    throw error;
  }
  for (const name of names) {
    const id = path.basename(name);
    if (!isId(id)) continue;
    try {
      yield { kind, id, changedAt: (await stat(path.join(folder, name))).mtime };
    } catch (error) {
      if (!isMissing(error)) throw error; // erased while we were listing
    }
  }
}

/** A missing file is `not-found`; everything else keeps its own error. */
async function* named(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  try {
    yield* source;
  } catch (error) {
    throw isMissing(error) ? new AppError('not-found', { cause: error }) : error;
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
