import { AppError } from '../lib/app-error.ts';
import { serve } from '../main.ts';
import { exitCodes, type ExitCode } from './exit-code.ts';
import type { Surroundings } from './output.ts';
import { parseArguments } from './parse-arguments.ts';

/** `photoward serve`: the service, until Ctrl-C; with --demo the sample school. Its settings come from the environment. */
export async function serveCommand(args: readonly string[], { env, output, signal }: Surroundings): Promise<ExitCode> {
  const { positionals, values } = parseArguments(args, { demo: { type: 'boolean', default: false } });
  if (positionals.length > 0) throw new AppError('usage', { detail: `serve takes no files, not "${positionals[0]}"` });
  const say = (line: string): void => {
    output.notice(line);
  };
  await serve({ env, say, signal, demo: values.demo });
  return exitCodes.clear;
}
