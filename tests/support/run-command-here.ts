import { runCommand } from '../../src/cli/run-command.ts';
import type { CliOutcome } from './run-cli.ts';

/** A command line run in this process: no start-up time. */
export async function runCommandHere(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<CliOutcome> {
  let [out, err] = ['', ''];
  const output = {
    result: (text: string) => void (out += `${text}\n`),
    notice: (text: string) => void (err += `${text}\n`),
    resultsOnTerminal: false,
    noticesOnTerminal: false,
    noticeStream: process.stderr,
  };
  const code = await runCommand(args, { env, output, signal: new AbortController().signal });
  return { code, out, err };
}
