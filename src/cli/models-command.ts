import { packsFolderOf } from '../compose.ts';
import { AppError } from '../lib/app-error.ts';
import { checkModels, type ModelState } from '../pipeline/check-models.ts';
import { listPacks, type PackState } from '../pipeline/packs/list-packs.ts';
import { exitCodes, type ExitCode } from './exit-code.ts';
import { addPackCommand } from './models/add-pack-command.ts';
import { removePackCommand, usePackCommand } from './models/choose-pack-commands.ts';
import type { Surroundings } from './output.ts';
import { parseArguments } from './parse-arguments.ts';

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

function printModel({ model, state }: ModelState): string {
  const { source } = model;
  return [
    `${model.id.padEnd(22)} ${megabytes(model.bytes).padStart(8)}  ${state.padEnd(9)} ${model.licence.padEnd(12)} ${source.package} ${source.version}`,
    ...model.limits.map((limit) => `    ${limit}`),
  ].join('\n');
}

function printPack({ pack, state, isInUse, whyUnusable }: PackState): string {
  const size = pack.bytes === null ? '' : megabytes(pack.bytes);
  return [
    `${pack.id.padEnd(22)} ${size.padStart(8)}  ${(isInUse ? 'in use' : state).padEnd(9)} ${pack.licence.padEnd(12)} ${pack.author}`,
    ...pack.notes.map((note) => `    ${note}`),
    ...(whyUnusable === null ? [] : [`    ${whyUnusable}`]),
  ].join('\n');
}

async function listCommand(args: readonly string[], { env, output }: Surroundings): Promise<ExitCode> {
  const { values, positionals } = parseArguments(args, { json: { type: 'boolean' } });
  if (positionals.length > 0) throw new AppError('usage', { detail: `models list takes no "${positionals[0]}"` });
  const states = await checkModels();
  const packs = await listPacks(packsFolderOf(env));
  if (values.json === true) {
    for (const { model, state } of states) output.result(JSON.stringify({ ...model, state }));
    for (const { pack, ...state } of packs) output.result(JSON.stringify({ pack: true, ...pack, ...state }));
  } else {
    for (const state of states) output.result(printModel(state));
    output.result('\nPacks that you can add (photoward models add NAME):');
    for (const state of packs) output.result(printPack(state));
  }
  const areWhole = states.every(({ state }) => state === 'intact');
  const isUsable = ({ state, isInUse, whyUnusable }: PackState): boolean =>
    isInUse ? state === 'intact' && whyUnusable === null : state !== 'altered';
  return areWhole && packs.every(isUsable) ? exitCodes.clear : exitCodes.failed;
}

const commands: Readonly<Record<string, (args: readonly string[], around: Surroundings) => Promise<ExitCode>>> = {
  list: listCommand,
  add: addPackCommand,
  remove: removePackCommand,
  use: usePackCommand,
};

/** `photoward models [list|add|remove|use]`: the nets, their licences, whether the files are intact, and packs. */
export async function modelsCommand(args: readonly string[], around: Surroundings): Promise<ExitCode> {
  const [name, ...rest] = args;
  if (name === undefined || name.startsWith('-')) return listCommand(args, around);
  if (!Object.hasOwn(commands, name)) {
    throw new AppError('usage', { detail: `models can list, add, remove or use, not "${name}"` });
  }
  return commands[name]!(rest, around);
}
