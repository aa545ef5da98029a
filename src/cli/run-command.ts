import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { AppError, toAppError } from '../lib/app-error.ts';
import { exitCodes, type ExitCode } from './exit-code.ts';
import { helpText } from './help-text.ts';
import type { Surroundings } from './output.ts';

type Command = (args: readonly string[], around: Surroundings) => Promise<ExitCode>;

// Loaded when asked for, so that no command waits for another one's libraries.
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  audit: async () => (await import('./audit-command.ts')).auditCommand,
  backup: async () => (await import('./backup-command.ts')).backupCommand,
  check: async () => (await import('./check-command.ts')).checkCommand,
  erase: async () => (await import('./erase-command.ts')).eraseCommand,
  faces: async () => (await import('./faces-command.ts')).facesCommand,
  keys: async () => (await import('./keys-command.ts')).keysCommand,
  'let-in': async () => (await import('./let-in-command.ts')).letInCommand,
  models: async () => (await import('./models-command.ts')).modelsCommand,
  restore: async () => (await import('./restore-command.ts')).restoreCommand,
  serve: async () => (await import('./serve-command.ts')).serveCommand,
};

async function readVersion(): Promise<string> {
  const file = path.join(import.meta.dirname, '..', '..', 'package.json');
  const { version } = JSON.parse(await readFile(file, 'utf8')) as { version: string };
  return version;
}

/** Options before `--` that hold for every command. */
const asks = (args: readonly string[], ...names: string[]): boolean => {
  const end = args.indexOf('--');
  return (end < 0 ? args : args.slice(0, end)).some((arg) => names.includes(arg));
};

async function dispatch(args: readonly string[], around: Surroundings): Promise<ExitCode> {
  const [name, ...rest] = args;
  if (asks(args, '--help', '-h') || name === 'help') {
    around.output.result(helpText.trimEnd());
    return exitCodes.clear;
  }
  if (name === '--version') {
    around.output.result(await readVersion());
    return exitCodes.clear;
  }
  if (name === undefined) throw new AppError('usage', { detail: 'say what to do, e.g. photoward check photos' });
  if (!Object.hasOwn(commands, name)) throw new AppError('usage', { detail: `there is no command "${name}"` });
  return (await commands[name]!())(rest, around);
}

/** Runs a command line. Never throws: what went wrong is said on standard error and in the exit code. */
export async function runCommand(args: readonly string[], around: Surroundings): Promise<ExitCode> {
  try {
    return await dispatch(args, around);
  } catch (thrown) {
    if (around.signal.aborted) {
      around.output.notice('Stopped. Photos that were not shown were not checked.');
      return exitCodes.stopped;
    }
    const error = toAppError(thrown);
    around.output.notice(`photoward: ${error.explanation}`);
    if (error.code === 'internal')
      around.output.notice(String((error.cause as Error | undefined)?.stack ?? error.cause));
    return exitCodes.failed;
  }
}
