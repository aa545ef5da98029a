import { dataPaths } from './config/data-paths.ts';
import { collectOptions } from './config/collect-options.ts';
import { loadConfig } from './config/load-config.ts';
import { serviceOptions } from './config/service-options.ts';
import { AppError } from './lib/app-error.ts';
import { clockIn, type Clock } from './lib/clock.ts';
import { Screening } from './pipeline/screening.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Where model packs lie: inside the data folder, also for commands that need nothing else of it. */
export function packsFolderOf(env: Environment): string {
  return dataPaths(env.PHOTOWARD_DATA ?? serviceOptions.PHOTOWARD_DATA.default).packs;
}

/** The screening processes as the environment asks for them, at most `most` of them. Throws `config-invalid`. */
export function openScreening(env: Environment, most = Infinity): Screening {
  const { workers, ...config } = loadConfig(env);
  return new Screening({ ...config, packsFolder: packsFolderOf(env), workers: Math.max(1, Math.min(workers, most)) });
}

/** The machine's time at the school of the environment. Throws `config-invalid`. */
export function clockOf(env: Environment): Clock {
  const problems: string[] = [];
  const { PHOTOWARD_TIME_ZONE } = serviceOptions;
  const values = collectOptions({ PHOTOWARD_TIME_ZONE }, (name) => env[name], problems);
  if (problems.length > 0) throw new AppError('config-invalid', { detail: problems.join('; ') });
  return clockIn(values.PHOTOWARD_TIME_ZONE);
}
