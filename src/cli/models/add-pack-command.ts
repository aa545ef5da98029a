import { createInterface } from 'node:readline/promises';
import { packsFolderOf } from '../../compose.ts';
import { AppError } from '../../lib/app-error.ts';
import { addPack } from '../../pipeline/packs/add-pack.ts';
import type { ModelPack } from '../../pipeline/packs/known-packs.ts';
import { readLicence } from '../../pipeline/packs/read-licence.ts';
import { exitCodes, type ExitCode } from '../exit-code.ts';
import type { Surroundings } from '../output.ts';
import { parseArguments } from '../parse-arguments.ts';
import { namedPack } from './named-pack.ts';

/**
 * `photoward models add NAME [--from FILE] [--accept-licence]`: shows the licence, and only when it is accepted fetches
 * the file (or reads it from a path) and keeps it when its SHA-256 is right.
 */
export async function addPackCommand(args: readonly string[], around: Surroundings): Promise<ExitCode> {
  const { values, positionals } = parseArguments(args, {
    from: { type: 'string' },
    'accept-licence': { type: 'boolean' },
  });
  const pack = namedPack(positionals);
  await showLicence(pack, around);
  if (values['accept-licence'] !== true && !(await accepts(around))) throw new AppError('licence-not-accepted');
  const folder = packsFolderOf(around.env);
  await addPack(folder, pack, { from: values.from, signal: around.signal });
  around.output.result(`${pack.id} was added to ${folder}; its SHA-256 is right.`);
  const measured = pack.job === 'matching' ? ' --measured FILE' : '';
  around.output.result(`To use it: photoward models use ${pack.id}${measured}`);
  return exitCodes.clear;
}

async function showLicence(pack: ModelPack, { output }: Surroundings): Promise<void> {
  output.notice(`${pack.id}: ${pack.author}\nFrom ${pack.address}\nSHA-256 ${pack.sha256}\n`);
  for (const note of pack.notes) output.notice(note);
  output.notice(`\n${await readLicence(pack)}`);
}

/** Asks on a terminal; where nobody can be asked, nobody has accepted. */
async function accepts({ output, signal }: Surroundings): Promise<boolean> {
  if (!process.stdin.isTTY || !output.noticesOnTerminal) return false;
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    const answer = await terminal.question('Do you accept this licence? (yes/no) ', { signal });
    return answer.trim().toLowerCase() === 'yes';
  } finally {
    terminal.close();
  }
}
