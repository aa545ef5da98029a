import { existsSync } from 'node:fs';
import path from 'node:path';

/**
 * The folder of one labelled set: the given folder itself when it holds the labels file, else the folder of that name
 * inside. Undefined when there is neither.
 */
export function findSet(dataFolder: string, name: string, labelsFile: string): string | undefined {
  const inside = path.join(dataFolder, name);
  if (existsSync(path.join(inside, labelsFile))) return inside;
  return existsSync(path.join(dataFolder, labelsFile)) ? dataFolder : undefined;
}
