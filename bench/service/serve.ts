import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { childrenOf } from '../../tests/support/processes/children-of.ts';
import { isRunning } from '../../tests/support/processes/is-running.ts';
import { until } from './until.ts';

/** The key of every data folder that is made for measuring. */
export const keyText = Buffer.alloc(32, 9).toString('base64');

/** How to start Photoward: a folder with the built `main.js` and `cli.js`. */
export interface Program {
  readonly folder: string;
}

/** The real service in a process of its own. */
export interface Serving {
  readonly pid: number;
  readonly origin: string;
  /** Everything it wrote, for the set-up link and for errors. */
  readonly said: () => string;
  /** `kill -9`; resolves when the process and its screening processes are gone. */
  readonly kill: () => Promise<void>;
}

/** The settings a data folder is opened with; those of the caller's own environment are kept out. */
export function settingsFor(folder: string, more: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('PHOTOWARD_') && name !== 'ENGINE');
  return {
    ...Object.fromEntries(inherited),
    ...{ PHOTOWARD_DATA: folder, PHOTOWARD_KEY: keyText, PHOTOWARD_PORT: '0', PHOTOWARD_LOG_LEVEL: 'warn' },
    ...{ PHOTOWARD_WORKERS: '1', PHOTOWARD_OPERATING_POINT: 'quick', PHOTOWARD_REQUESTS_PER_MINUTE: '1000000' },
    ...more,
  };
}

/** Starts a command of Photoward (`main.js` or `cli.js`) and collects what it says. */
export function startProgram(
  { folder: programFolder }: Program,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): { readonly child: ChildProcess; readonly said: () => string } {
  const [file, ...rest] = args;
  const child = spawn(process.execPath, [path.join(programFolder, file!), ...rest], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const endWithUs = (): void => {
    child.kill('SIGKILL');
  };
  process.once('exit', endWithUs);
  child.once('exit', () => process.off('exit', endWithUs));
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (text += chunk.toString()));
  return { child, said: () => text };
}

/** `kill -9`; resolves when the process is gone. */
export async function killHard(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

/** Start serving a data folder; resolves when the service has said where it listens. Throws when it ends instead. */
export async function serve(
  program: Program,
  folder: string,
  more: Readonly<Record<string, string>> = {},
): Promise<Serving> {
  const { child, said } = startProgram(program, ['main.js'], settingsFor(folder, more));
  await until('the service listens', () => child.exitCode !== null || said().includes('ready at'));
  const origin = /ready at (\S+)/.exec(said())?.[1];
  if (origin === undefined) throw new Error(`the service did not start: ${said()}`);
  const kill = async (): Promise<void> => {
    const children = child.pid === undefined ? [] : childrenOf(child.pid);
    await killHard(child);
    await until('the screening processes end', () => !children.some(isRunning));
  };
  return { pid: child.pid!, origin, said, kill };
}
