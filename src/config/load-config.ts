import { AppError } from '../lib/app-error.ts';
import { isServiceOption } from './service-options.ts';
import { options, type OptionName, type OptionValues } from './options.ts';

/** All settings, checked. */
export interface Config {
  readonly engine: OptionValues['ENGINE'];
  readonly operatingPoint: OptionValues['PHOTOWARD_OPERATING_POINT'];
  readonly workers: number;
  readonly photoTimeoutMs: number;
  readonly stageTimeoutMs: number;
  readonly startTimeoutMs: number;
  readonly recycleAfterPhotos: number;
  readonly recycleAboveBytes: number;
}

type Environment = Readonly<Record<string, string | undefined>>;

const names = Object.keys(options) as OptionName[];

/** Reads every option; what is wrong is added to `problems`, never its value when it is secret. */
function readAll(env: Environment, problems: string[]): OptionValues {
  const entries = names.map((name) => {
    const { schema, default: fallback, secret } = options[name];
    const text = env[name] ?? fallback;
    const parsed = schema.safeParse(text);
    if (parsed.success) return [name, parsed.data];
    const given = secret ? '' : `, not "${text}"`;
    problems.push(`${name} ${parsed.error.issues[0]?.message ?? 'cannot be used'}${given}`);
    return [name, undefined];
  });
  return Object.fromEntries(entries) as OptionValues;
}

/**
 * The settings in an environment. Pure. Throws AppError 'config-invalid' with all problems at once; a PHOTOWARD_ name
 * that is not in the table is a problem, because a mistyped setting must not be overlooked.
 */
export function loadConfig(env: Environment): Config {
  const problems = Object.keys(env)
    .filter((name) => name.startsWith('PHOTOWARD_') && !Object.hasOwn(options, name) && !isServiceOption(name))
    .map((name) => `${name} is not a setting of Photoward`);
  const values = readAll(env, problems);
  if (problems.length > 0) throw new AppError('config-invalid', { detail: problems.join('; ') });
  return Object.freeze({
    engine: values.ENGINE,
    operatingPoint: values.PHOTOWARD_OPERATING_POINT,
    workers: values.PHOTOWARD_WORKERS,
    photoTimeoutMs: values.PHOTOWARD_TIMEOUT_MS,
    stageTimeoutMs: values.PHOTOWARD_STAGE_TIMEOUT_MS,
    startTimeoutMs: values.PHOTOWARD_START_TIMEOUT_MS,
    recycleAfterPhotos: values.PHOTOWARD_RECYCLE_PHOTOS,
    recycleAboveBytes: values.PHOTOWARD_RECYCLE_MB,
  });
}
