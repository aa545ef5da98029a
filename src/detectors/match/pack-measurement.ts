import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { ModelPack } from '../../inference/packs/model-packs.ts';
import { AppError } from '../../lib/app-error.ts';
import { groupErrorsSchema } from '../../policy/words/group-errors-schema.ts';
import type { MatchMeasurement } from '../../policy/words/match-measurement.ts';
import { measuredMatching } from '../../policy/words/measured-matching.ts';
import { likenessAt } from './calibrate-likeness.ts';

/** The likeness at each age, ages rising. */
const atAges = z
  .array(z.strictObject({ ageYears: z.number().min(0), likeness: z.number() }))
  .min(1)
  .refine((points) => points.every(({ ageYears }, at) => at === 0 || ageYears > points[at - 1]!.ageYears));
/** `likely` begins above `possible` at every age, or a score would fall where likeness rises. */
const scale = z
  .strictObject({ possible: atAges, likely: atAges })
  .refine(({ possible, likely }) =>
    [...possible, ...likely].every(({ ageYears }) => likenessAt(likely, ageYears) > likenessAt(possible, ageYears)),
  );
const { likely, possible } = measuredMatching.words;
const measurement = z.strictObject({
  pack: z.string(),
  sha256: z.string(),
  beside: z.string(),
  weight: z.number().positive(),
  // Policies keep limits on this scale, so that it is the same for every measurement.
  words: z.strictObject({ likely: z.literal(likely), possible: z.literal(possible) }),
  scales: z.strictObject({ alone: scale, register: scale }),
  errors: z.array(groupErrorsSchema),
});

/** What was measured of a matching pack beside the shipped nets (`npm run eval -- calibrate --pack FILE`). */
export interface PackMeasurement extends MatchMeasurement {
  readonly pack: string;
  /** Of the pack's file. */
  readonly sha256: string;
  /** Names the shipped nets it was measured with. */
  readonly beside: string;
  /** How much the pack's cosine counts (`netsWithPack`). */
  readonly weight: number;
}

/** Where a pack's measurement lies in the folder of packs. */
export const measurementFile = (folder: string, { id }: Pick<ModelPack, 'id'>): string =>
  path.join(folder, `${id}.measured.json`);

/**
 * A pack's measurement, when it is of exactly that file beside exactly those shipped nets: likenesses of other nets mean
 * something else. Throws `measurement-missing`, or `measurement-refused` saying what is wrong with it.
 */
export async function readPackMeasurement(file: string, pack: ModelPack, beside: string): Promise<PackMeasurement> {
  const refuse = (why: string, cause?: unknown): never => {
    throw new AppError('measurement-refused', { cause, detail: `${file}: ${why}` });
  };
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    const detail = `${file}; or go back with photoward models use shipped`;
    throw new AppError('measurement-missing', { cause, detail });
  });
  const read = parse(text);
  if (read === null) return refuse('it is not a measurement');
  if (read.pack !== pack.id || read.sha256 !== pack.sha256) return refuse(`it is not of ${pack.id}`);
  if (read.beside !== beside) return refuse(`it was made beside other nets (${read.beside}) than those here`);
  return read;
}

function parse(text: string): PackMeasurement | null {
  try {
    const { success, data } = measurement.safeParse(JSON.parse(text));
    return success ? data : null;
  } catch {
    return null;
  }
}
