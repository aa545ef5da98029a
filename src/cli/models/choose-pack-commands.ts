import { packsFolderOf } from '../../compose.ts';
import { removePack, usePack, useShipped } from '../../pipeline/packs/use-pack.ts';
import { exitCodes, type ExitCode } from '../exit-code.ts';
import type { Surroundings } from '../output.ts';
import { parseArguments } from '../parse-arguments.ts';
import { sayGain } from '../../policy/say-gain.ts';
import { namedPack } from './named-pack.ts';

/**
 * `photoward models use NAME|shipped [--measured FILE]`: which nets checks run with from now on. A running service needs a
 * restart.
 */
export async function usePackCommand(args: readonly string[], { env, output }: Surroundings): Promise<ExitCode> {
  const { values, positionals } = parseArguments(args, { measured: { type: 'string' } });
  const folder = packsFolderOf(env);
  if (positionals.length === 1 && positionals[0] === 'shipped') {
    await useShipped(folder);
    output.result('The shipped models alone are in use. A service that runs takes this up when it is started again.');
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

/** `photoward models remove NAME`. */
export async function removePackCommand(args: readonly string[], { env, output }: Surroundings): Promise<ExitCode> {
  const { positionals } = parseArguments(args, {});
  const pack = namedPack(positionals);
  await removePack(packsFolderOf(env), pack);
  output.result(`${pack.id} was removed.`);
  return exitCodes.clear;
}
