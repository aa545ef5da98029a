import { loadConfig } from './config/load-config.ts';
import { Screening } from './pipeline/screening.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** The screening processes as the environment asks for them, at most `most` of them. Throws `config-invalid`. */
export function openScreening(env: Environment, most = Infinity): Screening {
  const { workers, ...config } = loadConfig(env);
  return new Screening({ ...config, workers: Math.max(1, Math.min(workers, most)) });
}
