import { existsSync } from 'node:fs';
import { realpath } from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '../lib/app-error.ts';

/**
 * The folder of clean copies may be published as it is, so nothing that is still to be checked may lie in it: beside
 * its copy an original would go along, with everything that its file says. Throws `usage`.
 */
export async function requireOwnFolder(out: string | undefined, files: readonly string[]): Promise<void> {
  if (out === undefined || !existsSync(out)) return;
  const folder = await realpath(out);
  for (const file of files) {
    const parent = await realpath(path.dirname(file));
    if (parent !== folder && !parent.startsWith(`${folder}${path.sep}`)) continue;
    const detail = `--out needs a folder of its own: ${out} holds ${file}, which is to be checked`;
    throw new AppError('usage', { detail });
  }
}
