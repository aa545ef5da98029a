import { mkdir, stat } from 'node:fs/promises';
import path from 'node:path';

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : undefined);

/**
 * Makes a folder and those above it; one that is there is fine. Node's own recursive mkdir never returns where a file
 * system answers "no such folder" to making one in a folder that exists (/proc), so the folders are made one by one.
 * Throws the file system's error.
 */
export async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder);
  } catch (error) {
    const parent = path.dirname(folder);
    const parentIsMissing = codeOf(error) === 'ENOENT' && (await stat(parent).catch(() => null)) === null;
    if (parentIsMissing && parent !== folder) {
      await makeFolder(parent);
      await mkdir(folder);
    } else if (codeOf(error) !== 'EEXIST' || !(await stat(folder)).isDirectory()) {
      throw error;
    }
  }
}
