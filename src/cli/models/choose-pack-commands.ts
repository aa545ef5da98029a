import { AppError } from '../../lib/app-error.ts';
import type { PackJob } from '../../pipeline/packs/known-packs.ts';
import { packsFolderOf } from '../../compose.ts';
import { removePack, usePack, useShipped } from '../../pipeline/packs/use-pack.ts';
import { exitCodes, type ExitCode } from '../exit-code.ts';
import type { Surroundings } from '../output.ts';
import { parseArguments } from '../parse-arguments.ts';
import { sayGain } from '../../policy/say-gain.ts';
import { namedPack } from './named-pack.ts';

/**
 * `photoward models use NAME [--measured FILE]` and `use shipped [detection|matching]`: which nets checks run with from now
 * on. A running service needs a restart.
 */
export async function usePackCommand(args: readonly string[], { env, output }: Surroundings): Promise<ExitCode> {
  const { values, positionals } = parseArguments(args, { measured: { type: 'string' } });
  const folder = packsFolderOf(env);
  if (positionals[0] === 'shipped') {
    const job = namedJob(positionals.slice(1));
    await useShipped(folder, job);
    const where = job === undefined ? '' : ` for ${job}`;
    output.result(
      `The shipped models alone are in use${where}. A service that runs takes this up when it is started again.`,
    );
    return exitCodes.clear;
  }
  const pack = namedPack(positionals);
  const measured = await usePack(folder, pack, values.measured);
  output.result(`${pack.id} is in use for ${pack.job}. A service that runs takes it up when it is started again.`);
  if (measured !== null) {
    output.result('Templates are made again then, from the reference photos.');
    output.result(sayGain(measured));
  }
  return exitCodes.clear;
}

function namedJob([job, ...rest]: readonly string[]): PackJob | undefined {
  if (rest.length === 0 && (job === undefined || job === 'detection' || job === 'matching')) return job;
  throw new AppError('usage', { detail: 'models use shipped takes detection, matching or nothing' });
}

/** `photoward models remove NAME`. */
export async function removePackCommand(args: readonly string[], { env, output }: Surroundings): Promise<ExitCode> {
  const { positionals } = parseArguments(args, {});
  const pack = namedPack(positionals);
  await removePack(packsFolderOf(env), pack);
  output.result(`${pack.id} was removed.`);
  return exitCodes.clear;
}
