import { fork, type ChildProcess } from 'node:child_process';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

/** A checkout runs TypeScript through tsx; the built package has plain JavaScript and needs no loader. */
function loaderFor(modulePath: string): string[] {
  if (!modulePath.endsWith('.ts')) return [];
  return ['--import', pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href];
}

/**
 * Starts a module as a child process of its own. Standard output is closed, so that nothing a library prints can get
 * between the lines of a report; standard error is kept for the cause of a crash.
 */
export function forkModule(modulePath: string): ChildProcess {
  return fork(modulePath, {
    execArgv: loaderFor(modulePath),
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    serialization: 'advanced',
  });
}
