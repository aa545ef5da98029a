import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { deserialize, serialize } from 'node:v8';

/**
 * What `make` gives, kept in a folder under the name of `key` and read from there the next time; without a folder made
 * anew each time. The key should say all that the answer hangs on, save the code.
 */
export async function keptAt<Value>(
  folder: string | undefined,
  key: readonly string[],
  make: () => Promise<Value>,
): Promise<Value> {
  if (folder === undefined) return make();
  const file = path.join(folder, createHash('sha256').update(JSON.stringify(key)).digest('hex'));
  const kept = await readFile(file).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  });
  if (kept !== null) return deserialize(kept) as Value;
  const value = await make();
  await mkdir(folder, { recursive: true });
  await writeFile(`${file}.part`, serialize(value));
  await rename(`${file}.part`, file);
  return value;
}
