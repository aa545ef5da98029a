import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { AppError } from '../lib/app-error.ts';
import { makeOwnFolder } from '../lib/make-own-folder.ts';

const noteName = 'sample-school.json';

const note = z.strictObject({ state: z.enum(['being-made', 'ready']), password: z.string() });

export type SampleNote = z.infer<typeof note>;

/** What a data folder says about itself: the note of a sample school; undefined when it is none. */
export function readSampleNote(dataFolder: string): SampleNote | undefined {
  const file = path.join(dataFolder, noteName);
  if (!existsSync(file)) return undefined;
  const read = note.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (!read.success) throw new AppError('folder-taken', { detail: `${file} cannot be read` });
  return read.data;
}

/** Write the note, for this user alone: it holds the sample people's password. */
export function writeSampleNote(dataFolder: string, written: SampleNote): void {
  makeOwnFolder(dataFolder);
  const file = path.join(dataFolder, noteName);
  writeFileSync(`${file}.unfinished`, JSON.stringify(written), { mode: 0o600 });
  renameSync(`${file}.unfinished`, file);
}

/** Throws `folder-taken` when the folder holds anything that is not a sample school. */
export function requireEmpty(dataFolder: string): void {
  if (existsSync(dataFolder) && readdirSync(dataFolder).length > 0) {
    throw new AppError('folder-taken', { detail: `${dataFolder} is not a sample school` });
  }
}

/** Remove a sample school whose making was interrupted. */
export function removeSample(dataFolder: string): void {
  rmSync(dataFolder, { recursive: true, force: true });
}
