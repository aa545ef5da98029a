import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { AppError } from '../lib/app-error.ts';
import type { FileRef } from './file-vault.ts';
import { hashContent } from './hash-content.ts';
import type { KeyRing } from './key-ring.ts';
import { openSealedStream, readKeyId, sealStream } from './sealed-format.ts';
import { contextOf, deriveFolders } from './vault-folders.ts';
import { writeThroughDraft } from './write-through-draft.ts';

/**
 * The id of the key that a stored file is sealed with, whatever its row says. Throws `not-found`, `file-damaged` when it
 * has no header, `file-unreadable` when the disk or the rights do not give it out.
 */
export async function readFileKeyId(vaultFolder: string, ref: FileRef): Promise<string> {
  return await readKeyId(readStored(vaultFolder, ref, { end: 1023 }));
}

/**
 * Seal a stored file anew with the current key of the ring. The old one is opened to its end, the new one written beside
 * it, flushed and read back, and only then put in its place; whatever goes wrong before, the old one is untouched.
 * `sha256` is what its row says of the plain bytes, undefined for a file without a row. Throws `not-found`, `file-sealed`,
 * `file-damaged`, `file-unreadable`; an error of writing (a full disk) is passed on as it is.
 */
export async function resealFile(
  { vaultFolder, keys }: { readonly vaultFolder: string; readonly keys: KeyRing },
  ref: FileRef,
  sha256: string | undefined,
): Promise<void> {
  const { pathOf, temporaryFolder } = deriveFolders(vaultFolder);
  const context = contextOf(ref);
  const old = hashed(openSealedStream(keys, context, readStored(vaultFolder, ref)));
  await writeThroughDraft(
    { file: pathOf(ref), temporaryFolder },
    sealStream(keys, context, old.bytes),
    async (draft) => {
      const found = old.digest();
      if (sha256 !== undefined && found !== sha256)
        throw new AppError('file-damaged', { detail: 'not what its row says' });
      if ((await hashContent(openSealedStream(keys, context, createReadStream(draft)))) !== found)
        throw new AppError('internal', { cause: new Error('a draft did not read back') });
    },
  );
}

/** A stored file's sealed bytes, with errors of reading told from those of writing. */
async function* readStored(vaultFolder: string, ref: FileRef, range: { end?: number } = {}): AsyncGenerator<Buffer> {
  try {
    yield* createReadStream(deriveFolders(vaultFolder).pathOf(ref), range) as AsyncIterable<Buffer>;
  } catch (cause) {
    const isGone = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
    throw cause instanceof AppError ? cause : new AppError(isGone ? 'not-found' : 'file-unreadable', { cause });
  }
}

/** The same bytes, and after the last of them their SHA-256. */
function hashed(source: AsyncIterable<Buffer>) {
  const hash = createHash('sha256');
  return {
    bytes: (async function* () {
      for await (const part of source) {
        hash.update(part);
        yield part;
      }
    })(),
    digest: () => hash.digest('hex'),
  };
}
