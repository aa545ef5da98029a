import { availableParallelism } from 'node:os';
import { z } from 'zod';
import type { OptionOf, ValuesOf } from './collect-options.ts';

const seconds = 1000;
const megabyte = 1024 * 1024;

/** A whole number from its text. Blanks, signs and fractions are refused. */
const wholeNumber = (least: number, most: number): z.ZodType<number, string> =>
  z
    .string()
    .regex(/^\d+$/, 'must be a whole number')
    .transform(Number)
    .pipe(z.number().min(least, `must be at least ${least}`).max(most, `must be at most ${most}`));

const cores = z.union([z.literal('cores').transform(() => availableParallelism()), wholeNumber(1, 64)], {
  error: 'must be cores, or a whole number from 1 to 64',
});

/** One setting of the environment. */
interface Option<Schema extends z.ZodType<unknown, string>> extends OptionOf<Schema> {
  readonly unit: string;
  readonly description: string;
}

const option = <Schema extends z.ZodType<unknown, string>>(
  schema: Schema,
  rest: Omit<Option<Schema>, 'schema' | 'secret'> & { readonly secret?: boolean },
): Option<Schema> => ({ schema, secret: false, ...rest });

/** Every setting Photoward takes from the environment: the one table. The README has the same, and a test compares. */
export const options = {
  ENGINE: option(z.enum(['onnx', 'face-api'], 'must be onnx or face-api'), {
    default: 'onnx',
    unit: '',
    description: 'What finds and compares faces: `onnx` (ONNX Runtime) or `face-api` (face-api.js, slower).',
  }),
  PHOTOWARD_WORKERS: option(cores, {
    default: 'cores',
    unit: 'processes',
    description: 'Screening processes, each with one thread: a number, or `cores` for one for each core.',
  }),
  PHOTOWARD_OPERATING_POINT: option(z.enum(['careful', 'quick'], 'must be careful or quick'), {
    default: 'careful',
    unit: '',
    description: 'How hard faces are looked for: `careful` or `quick`.',
  }),
  PHOTOWARD_TIMEOUT_MS: option(wholeNumber(1 * seconds, 3600 * seconds), {
    default: String(60 * seconds),
    unit: 'ms',
    description: 'Longest time for one photo; after it the process is ended and the photo goes to review.',
  }),
  PHOTOWARD_STAGE_TIMEOUT_MS: option(wholeNumber(1 * seconds, 3600 * seconds), {
    default: String(30 * seconds),
    unit: 'ms',
    description: 'Longest time for one check of a photo; the other checks still run.',
  }),
  PHOTOWARD_START_TIMEOUT_MS: option(wholeNumber(1 * seconds, 600 * seconds), {
    default: String(60 * seconds),
    unit: 'ms',
    description: 'Longest time for a screening process to load its models.',
  }),
  PHOTOWARD_RECYCLE_PHOTOS: option(wholeNumber(1, 1_000_000), {
    default: '500',
    unit: 'photos',
    description: 'A screening process is replaced by a fresh one after this many photos.',
  }),
  PHOTOWARD_RECYCLE_MB: option(
    wholeNumber(200, 65_536).transform((size) => size * megabyte),
    {
      default: '1500',
      unit: 'MB',
      description: 'A screening process that holds more memory than this after a photo is replaced.',
    },
  ),
} as const;

export type OptionValues = ValuesOf<typeof options>;
