import { addKeyTo, listKeysOf, removeKeyFrom, resealAllOf } from '../compose-keys.ts';
import { AppError } from '../lib/app-error.ts';
import { describeKeys, describeReseal } from './describe-keys.ts';
import { exitCodes, type ExitCode } from './exit-code.ts';
import type { Surroundings } from './output.ts';
import { parseArguments } from './parse-arguments.ts';
import { startProgress, type Progress } from './start-progress.ts';

const options = { json: { type: 'boolean' } } as const;

/** `photoward keys [list|add|reseal|remove ID]`: see the help text. */
export async function keysCommand(args: readonly string[], around: Surroundings): Promise<ExitCode> {
  const { values, positionals } = parseArguments(args, options);
  const [action = 'list', id, ...rest] = positionals;
  const asJson = values.json === true;
  if (rest.length === 0 && (id !== undefined) === (action === 'remove')) {
    if (action === 'list') return await list(around, asJson);
    if (action === 'reseal') return await reseal(around, asJson);
    if (action === 'add' && !asJson) return await add(around);
    if (action === 'remove' && !asJson) return await remove(around, id!);
  }
  throw new AppError('usage', { detail: 'say photoward keys, keys add, keys reseal or keys remove ID' });
}

/** Exit code 1 when something is sealed with a key that is not in the ring. */
async function list({ env, output }: Surroundings, asJson: boolean): Promise<ExitCode> {
  const keys = await listKeysOf(env);
  if (asJson) output.result(JSON.stringify(keys));
  else for (const line of describeKeys(keys)) output.result(line);
  return keys.some(({ place }) => place === 'not-in-the-ring') ? exitCodes.flagged : exitCodes.clear;
}

/** Exit code 1 when something had to be left under an older key; 130 when it was stopped. */
async function reseal({ env, output, signal }: Surroundings, asJson: boolean): Promise<ExitCode> {
  let progress: Progress | undefined;
  try {
    const report = await resealAllOf(env, signal, (files) => {
      progress = startProgress(files, output, 'Sealing anew [{bar}] {value} of {total} files, {eta_formatted} left');
      return progress.step;
    });
    progress?.stop();
    if (asJson) output.result(JSON.stringify(report));
    else {
      const { results, notices } = describeReseal(report);
      for (const line of results) output.result(line);
      for (const line of notices) output.notice(line);
    }
    if (report.wasStopped) return exitCodes.stopped;
    return report.left.length > 0 ? exitCodes.flagged : exitCodes.clear;
  } finally {
    progress?.stop();
  }
}

async function add({ env, output }: Surroundings): Promise<ExitCode> {
  const { id, keyFile } = await addKeyTo(env);
  output.result(`The key ${id} was made and seals what comes from the next start on.`);
  output.result(`Keep a copy of ${keyFile} apart now, then run photoward keys reseal.`);
  return exitCodes.clear;
}

async function remove({ env, output }: Surroundings, id: string): Promise<ExitCode> {
  await removeKeyFrom(env, id);
  output.result(`The key ${id} was removed. Backups that were made before the last reseal still need it.`);
  return exitCodes.clear;
}
