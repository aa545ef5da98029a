import { offerWayInTo } from '../compose-tools.ts';
import { AppError } from '../lib/app-error.ts';
import { exitCodes, type ExitCode } from './exit-code.ts';
import type { Surroundings } from './output.ts';
import { parseArguments } from './parse-arguments.ts';

/** `photoward let-in --email ADDRESS`: a one-time link for an administrator, who lets the others in. */
export async function letInCommand(args: readonly string[], { env, output }: Surroundings): Promise<ExitCode> {
  const { values, positionals } = parseArguments(args, { email: { type: 'string' } });
  if (values.email === undefined || positionals.length > 0) {
    throw new AppError('usage', { detail: 'say for which administrator: photoward let-in --email ADDRESS' });
  }
  const { link, expiresAt } = await offerWayInTo(env, values.email);
  output.result(
    `With this link, once, until ${expiresAt}, they choose a new password; their second factor is off then:`,
  );
  output.result(`  ${link}`);
  return exitCodes.clear;
}
