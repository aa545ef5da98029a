import { createHash } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import type { ModelPack } from '../../inference/packs/model-packs.ts';
import { AppError } from '../../lib/app-error.ts';
import { makeFolder } from '../make-folder.ts';
import { writeWhole } from '../write-whole.ts';
import { fetchFile } from './fetch-file.ts';

/** No pack is larger; a file of unknown size is cut off here. */
const mostBytes = 400_000_000;

/**
 * Puts a pack's file into the folder: fetched from where it is published, or read from `from`. Its SHA-256 must be the one
 * on record. Throws `pack-unreachable`, `file-not-found` or `pack-refused`; then the folder is as it was.
 */
export async function addPack(
  folder: string,
  pack: ModelPack,
  { from, signal }: { readonly from: string | undefined; readonly signal: AbortSignal },
): Promise<void> {
  const bytes = from === undefined ? await fetchFile(pack.address, pack.bytes ?? mostBytes, signal) : await read(from);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  if (sha256 !== pack.sha256) throw new AppError('pack-refused', { detail: `SHA-256 ${sha256}, not ${pack.sha256}` });
  const target = path.join(folder, pack.file);
  try {
    await makeFolder(folder);
    await writeWhole(target, bytes);
  } catch (cause) {
    await rm(`${target}.unfinished`, { force: true });
    throw new AppError('file-unreadable', { cause, detail: `${folder} cannot be written` });
  }
}

async function read(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (cause) {
    throw new AppError('file-not-found', { cause, detail: file });
  }
}
