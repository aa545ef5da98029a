import { mkdirSync, statSync } from 'node:fs';
import path from 'node:path';

/**
 * Makes a folder for this account alone, and those above it; one that is there stays as it is. One by one, because Node's
 * own recursive mkdir never returns where a file system refuses a folder with "no such folder" (/proc). Throws the file
 * system's error.
 */
export function makeOwnFolder(folder: string): void {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true) return;
  if (path.dirname(folder) !== folder) makeOwnFolder(path.dirname(folder));
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    // Two processes may start at once.
    if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) throw error;
  }
}
