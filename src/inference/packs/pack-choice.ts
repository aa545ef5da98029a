import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { AppError } from '../../lib/app-error.ts';

const choice = z.strictObject({ detection: z.string().nullable(), matching: z.string().nullable() });

/** Which packs are in use, by id; null stands for the shipped nets alone. */
export type PackChoice = z.infer<typeof choice>;

/** Where the choice is kept in the folder of packs. */
export const choiceFile = (folder: string): string => path.join(folder, 'in-use.json');

/**
 * The choice in a folder of packs; without folder or file nothing was chosen. Throws `model-altered` when the file is no
 * choice: going on with other nets than somebody asked for would hide it.
 */
export async function readPackChoice(folder: string | undefined): Promise<PackChoice> {
  if (folder === undefined) return { detection: null, matching: null };
  try {
    return choice.parse(JSON.parse(await readFile(choiceFile(folder), 'utf8')));
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return { detection: null, matching: null };
    throw new AppError('model-altered', {
      cause,
      detail: `${choiceFile(folder)}; mend it with photoward models use shipped`,
    });
  }
}
