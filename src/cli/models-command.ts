import { AppError } from '../lib/app-error.ts';
import { checkModels, type ModelState } from '../pipeline/check-models.ts';
import { exitCodes, type ExitCode } from './exit-code.ts';
import type { Surroundings } from './output.ts';
import { parseArguments } from './parse-arguments.ts';

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

function printModel({ model, state }: ModelState): string {
  const { source } = model;
  return [
    `${model.id.padEnd(20)} ${megabytes(model.bytes).padStart(8)}  ${state.padEnd(8)} ${model.licence.padEnd(12)} ${source.package} ${source.version}`,
    ...model.limits.map((limit) => `    ${limit}`),
  ].join('\n');
}

/** `photoward models`: what is shipped, under which licence, and whether the files are intact. */
export async function modelsCommand(args: readonly string[], { output }: Surroundings): Promise<ExitCode> {
  const { values, positionals } = parseArguments(args, { json: { type: 'boolean' } });
  if (positionals.length > 0) throw new AppError('usage', { detail: `models takes no files, not "${positionals[0]}"` });
  const states = await checkModels();
  if (values.json === true) {
    for (const { model, state } of states) output.result(JSON.stringify({ ...model, state }));
  } else for (const state of states) output.result(printModel(state));
  return states.every(({ state }) => state === 'intact') ? exitCodes.clear : exitCodes.failed;
}
