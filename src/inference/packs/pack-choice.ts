import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { AppError } from '../../lib/app-error.ts';

const choice = z.strictObject({ detection: z.string().nullable(), matching: z.string().nullable() });

/** Which packs are in use, by id; null stands for the shipped nets alone. */
export type PackChoice = z.infer<typeof choice>;

/**
 * The packs of a folder as they are chosen at one moment. Read once, when the first process is started, and handed to
 * all that follow, so that they never describe faces with different nets.
 */
export interface PacksInUse extends PackChoice {
  readonly folder: string;
  /** The file with what was measured of the matching pack, as it was; null without the file. */
  readonly measurement: string | null;
}

/** Where the choice is kept in the folder of packs. */
export const choiceFile = (folder: string): string => path.join(folder, 'in-use.json');

/** Where what was measured of a matching pack is kept there. */
export const measurementFile = (folder: string, pack: string): string => path.join(folder, `${pack}.measured.json`);

/**
 * The choice in a folder of packs; without the file nothing was chosen. Throws `model-altered` when the file is no
 * choice: going on with other nets than somebody asked for would hide it.
 */
export function readPackChoice(folder: string): PackChoice {
  const file = choiceFile(folder);
  try {
    const text = readIfThere(file);
    return text === null ? { detection: null, matching: null } : choice.parse(JSON.parse(text));
  } catch (cause) {
    throw new AppError('model-altered', { cause, detail: `${file}; mend it with photoward models use shipped` });
  }
}

/** The choice, with what was measured. Throws as `readPackChoice` does. */
export function readPacksInUse(folder: string): PacksInUse {
  const { detection, matching } = readPackChoice(folder);
  const measurement = matching === null ? null : readIfThere(measurementFile(folder, matching));
  return { folder, detection, matching, measurement };
}

function readIfThere(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
