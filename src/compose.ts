import { dataPaths } from './config/data-paths.ts';
import { loadConfig } from './config/load-config.ts';
import { serviceOptions } from './config/service-options.ts';
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
