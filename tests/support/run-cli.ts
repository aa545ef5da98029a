import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { builtFolder } from './built-folders.ts';

export interface CliOutcome {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface RunningCli {
  readonly process: ChildProcess;
  readonly done: Promise<CliOutcome>;
}

/** Starts the command line as a user does, on the built sources. Settings of the caller's environment are kept out. */
export function startCli(args: readonly string[], env: Readonly<Record<string, string>> = {}): RunningCli {
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('PHOTOWARD_') && name !== 'ENGINE');
  const child = spawn(process.execPath, [path.join(builtFolder, 'cli.js'), ...args], {
    env: { ...Object.fromEntries(inherited), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [out, err] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  const done = once(child, 'close').then(([code]) => ({ code: code as number | null, out, err }));
  return { process: child, done };
}

export const runCli = (args: readonly string[], env?: Readonly<Record<string, string>>): Promise<CliOutcome> =>
  startCli(args, env).done;
