import { z } from 'zod';
import type { ModelPack } from '../../inference/packs/model-packs.ts';
import { AppError } from '../../lib/app-error.ts';
import { groupErrorsSchema } from '../../policy/words/group-errors-schema.ts';
import type { GroupErrors, MatchMeasurement } from '../../policy/words/match-measurement.ts';
import { measuredMatching } from '../../policy/words/measured-matching.ts';
import { likenessAt } from './calibrate-likeness.ts';

/** What was measured of a matching pack beside the shipped nets (`npm run eval -- calibrate --pack FILE`). */
export interface PackMeasurement extends MatchMeasurement {
  readonly pack: string;
  /** Of the pack's file. */
  readonly sha256: string;
  /** Names the shipped nets it was measured with. */
  readonly beside: string;
  /** How much the shipped nets' likeness and the pack's cosine count (`netsWithPack`). */
  readonly weights: { readonly shipped: number; readonly pack: number };
  /** What the same photos gave with the shipped nets alone. */
  readonly shippedErrors: readonly GroupErrors[];
}

/** The likeness at each age, ages rising. */
const atAges = z
  .array(z.strictObject({ ageYears: z.number().min(0), likeness: z.number() }))
  .min(1)
  .refine(
    (points) => points.every(({ ageYears }, at) => at === 0 || ageYears > points[at - 1]!.ageYears),
    'not rising',
  );

const scale = z.strictObject({ possible: atAges, likely: atAges }).refine(
  ({ possible, likely }) =>
    [...possible, ...likely].every(({ ageYears }) => likenessAt(likely, ageYears) > likenessAt(possible, ageYears)),
  'likely begins below possible', // a score would fall where likeness rises
);

/** Of each group on each scale, once. */
const allErrors = z
  .array(groupErrorsSchema)
  .refine(
    (errors) =>
      ['under-4', 'pupils', 'adults'].every((group) =>
        ['alone', 'register'].every(
          (on) => errors.filter((one) => one.group === group && one.scale === on).length === 1,
        ),
      ),
    'needs each group on each scale once',
  );

/** The words are to mean one stranger in a hundred and in a thousand; on people not fitted on a few more may reach them. */
const mostStrangers = { possible: 0.05, likely: 0.02 } as const;
const { likely, possible } = measuredMatching.words;

const measurement = z.strictObject({
  pack: z.string(),
  sha256: z.string(),
  beside: z.string(),
  weights: z.strictObject({ shipped: z.number().positive(), pack: z.number().positive() }),
  // Policies keep limits on this scale, so that it is the same for every measurement.
  words: z.strictObject({ likely: z.literal(likely), possible: z.literal(possible) }),
  scales: z.strictObject({ alone: scale, register: scale }),
  errors: allErrors.refine(
    (errors) =>
      errors.every(
        (one) =>
          one.group === 'under-4' || // too few to say
          (one.possible.strangers.share <= mostStrangers.possible &&
            one.likely.strangers.share <= mostStrangers.likely),
      ),
    'too many strangers reach the words',
  ),
  shippedErrors: allErrors,
});

/**
 * Reads a pack's measurement, when it is of exactly that file beside exactly those shipped nets: likenesses of other nets
 * mean something else. Throws `measurement-missing` without a text, and `measurement-refused` saying what is wrong.
 */
export function readPackMeasurement(text: string | null, { id, sha256 }: ModelPack, beside: string): PackMeasurement {
  if (text === null) {
    throw new AppError('measurement-missing', { detail: `${id}; or go back with photoward models use shipped` });
  }
  const read = parse(text);
  const refuse = (why: string): never => {
    throw new AppError('measurement-refused', { detail: `${id}: ${why}` });
  };
  if (typeof read === 'string') return refuse(read);
  if (read.pack !== id || read.sha256 !== sha256) return refuse('it is of another pack');
  if (read.beside !== beside) return refuse(`it was made beside other nets (${read.beside}) than those here`);
  return read;
}

/** The measurement, or what is wrong with it. */
function parse(text: string): PackMeasurement | string {
  try {
    const { success, data, error } = measurement.safeParse(JSON.parse(text));
    const [issue] = error?.issues ?? [];
    return success ? data : `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'it is not a measurement'}`;
  } catch {
    return 'it is not a measurement';
  }
}
