import { AppError } from '../lib/app-error.ts';
import { isServiceOption } from './service-options.ts';
import { collectOptions } from './collect-options.ts';
import { options, type OptionValues } from './options.ts';

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

/**
 * The settings in an environment. Pure. Throws AppError 'config-invalid' with all problems at once; a PHOTOWARD_ name
 * that is not in the table is a problem, because a mistyped setting must not be overlooked.
 */
export function loadConfig(env: Environment): Config {
  const problems = Object.keys(env)
    .filter((name) => name.startsWith('PHOTOWARD_') && !Object.hasOwn(options, name) && !isServiceOption(name))
    .map((name) => `${name} is not a setting of Photoward`);
  const values = collectOptions(options, (name) => env[name], problems);
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
