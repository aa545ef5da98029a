import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '../lib/app-error.ts';
import { parseRegisterCsv, type ParsedRegister } from '../policy/register/parse-register-csv.ts';
import type { PupilId } from '../policy/words/people.ts';
import { decodeTable } from '../lib/decode-table.ts';

/** A register folder, read whole: the list, and where each pupil's reference photos are. */
export interface RegisterFolder {
  readonly parsed: ParsedRegister;
  readonly photos: ReadonlyMap<PupilId, readonly string[]>;
  readonly warnings: readonly string[];
}

async function listFolder(folder: string): Promise<string[]> {
  const entries = await readdir(folder).catch((error: unknown) => {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT' || code === 'ENOTDIR') return [];
    throw new AppError('file-unreadable', { cause: error, detail: folder });
  });
  return entries.filter((name) => !name.startsWith('.') && name.toLowerCase() !== 'thumbs.db').sort();
}

async function readCsv(folder: string): Promise<string> {
  const file = path.join(folder, 'register.csv');
  const bytes = await readFile(file).catch((cause: unknown) => {
    throw new AppError('file-not-found', { cause, detail: file });
  });
  return decodeTable(bytes);
}

/**
 * Reads `register.csv` and lists `photos/<pupil id>/*` without opening any photo. Throws AppError `file-not-found`,
 * `file-unreadable` or `register-invalid`.
 */
export async function readRegisterFolder(folder: string): Promise<RegisterFolder> {
  const parsed = parseRegisterCsv(await readCsv(folder));
  const known = new Map(parsed.pupils.map(({ id }) => [id.toLowerCase(), id]));
  const photos = new Map<PupilId, string[]>();
  const warnings = parsed.unusedColumns.map(
    (heading) => `The column "${heading}" was not used. Call it "channel:${heading}" if it says who may appear there.`,
  );
  for (const name of await listFolder(path.join(folder, 'photos'))) {
    const inside = path.join(folder, 'photos', name);
    const pupil = known.get(name.toLowerCase());
    if (pupil === undefined) warnings.push(`photos/${name}: the register has no pupil with this id.`);
    else
      photos.set(
        pupil,
        (await listFolder(inside)).map((file) => path.join(inside, file)),
      );
  }
  return { parsed, photos, warnings };
}
