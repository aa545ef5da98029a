import { readFile } from 'node:fs/promises';
import path from 'node:path';

/** A graph model of the human-models package: its topology file, parsed but not checked, and its weights. */
export async function readHumanModel(
  packageFolder: string,
  name: string,
): Promise<{ readonly modelFile: unknown; readonly weights: Uint8Array }> {
  const base = path.join(packageFolder, 'models', name);
  return { modelFile: JSON.parse(await readFile(`${base}.json`, 'utf8')), weights: await readFile(`${base}.bin`) };
}
