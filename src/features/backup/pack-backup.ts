import { open, type FileHandle } from 'node:fs/promises';
import { fileKinds, type FileKind, type FileRef } from '../../files/file-vault.ts';
import type { KeyRing } from '../../files/key-ring.ts';
import { openSealedStream } from '../../files/sealed-format.ts';
import { contextOf, deriveFolders } from '../../files/vault-folders.ts';
import { AppError } from '../../lib/app-error.ts';
import { isFileKnown } from '../../store/is-file-known.ts';
import type { Store } from '../../store/open-store.ts';
import { packFrame, type BackupHead } from './backup-format.ts';
import { hashContent } from '../../files/hash-content.ts';

/** A row of `files`, as the copy of the database has it. */
interface KnownFile {
  readonly kind: string;
  readonly id: string;
  readonly sha256: string;
}

interface Packing {
  readonly store: Store;
  readonly keys: KeyRing;
  readonly filesFolder: string;
  readonly head: BackupHead;
  readonly copyFile: string;
  readonly known: readonly KnownFile[];
}

/** The plain bytes of a backup, one file at a time. */
export async function* packBackup(packing: Packing): AsyncGenerator<Uint8Array> {
  const { head, copyFile, known, keys, filesFolder, store } = packing;
  const { pathOf } = deriveFolders(filesFolder);
  const [erased, unreadable]: [string[], string[]] = [[], []];
  let files = 0;
  yield packFrame(head);
  const copy = await open(copyFile);
  try {
    yield* packFile(copy, { kind: 'database', id: '', sha256: await hashContent(readAll(copy)) });
    files += 1;
  } finally {
    await copy.close();
  }
  for (const { kind, id, sha256 } of known) {
    const ref = { kind: kind as FileKind, id };
    // Sealed bytes travel as they are, but only after they have been seen to open.
    const handle = fileKinds.includes(ref.kind) ? await openIfThere(pathOf(ref)) : undefined;
    try {
      if (handle !== undefined && (await isWhole(handle, ref, sha256, keys))) {
        yield* packFile(handle, { ...ref, sha256 });
        files += 1;
        // Erased since the copy of the database was made, or missing or damaged.
      } else ((await isFileKnown(store.database, id)) ? unreadable : erased).push(id);
    } finally {
      await handle?.close();
    }
  }
  yield packFrame({ end: true, files, erased, unreadable });
}

/** From the open handle: a file erased meanwhile can still be read to its end. */
async function* packFile(
  file: FileHandle,
  about: { readonly kind: FileKind | 'database'; readonly id: string; readonly sha256: string },
): AsyncGenerator<Uint8Array> {
  const { size } = await file.stat();
  yield packFrame({ ...about, bytes: size });
  yield* readAll(file);
}

function readAll(file: FileHandle): AsyncIterable<Buffer> {
  return file.createReadStream({ start: 0, autoClose: false }) as AsyncIterable<Buffer>;
}

async function openIfThere(file: string): Promise<FileHandle | undefined> {
  try {
    return await open(file);
  } catch {
    return undefined;
  }
}

/** Whether a sealed file holds what its row says. Throws `file-sealed` when its key is not in the ring. */
export async function opensAs(file: FileHandle, ref: FileRef, sha256: string, keys: KeyRing): Promise<boolean> {
  try {
    return (await hashContent(openSealedStream(keys, contextOf(ref), readAll(file)))) === sha256;
  } catch (error) {
    if (error instanceof AppError && error.code === 'file-sealed') throw error;
    return false;
  }
}

/** The caller has every key that the database names: one that only the file itself names is damage. */
async function isWhole(file: FileHandle, ref: FileRef, sha256: string, keys: KeyRing): Promise<boolean> {
  return await opensAs(file, ref, sha256, keys).catch(() => false);
}
