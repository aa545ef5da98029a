import { mkdtemp, readdir, rm } from 'node:fs/promises';
import path from 'node:path';

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // A process of somebody else is running, too.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/**
 * A new folder for one piece of work, readable by its owner alone. Its name begins with `beginning` and says which
 * process made it, so that what a killed process left under the same beginning is removed first.
 */
export async function makeWorkFolder(beginning: string): Promise<string> {
  const parent = path.dirname(beginning);
  const start = path.basename(beginning);
  for (const name of await readdir(parent)) {
    const pid = name.startsWith(start) ? /^(\d+)-\w{6}$/.exec(name.slice(start.length))?.[1] : undefined;
    if (pid === undefined || isRunning(Number(pid))) continue;
    await rm(path.join(parent, name), { recursive: true, force: true });
  }
  return await mkdtemp(`${beginning}${process.pid}-`);
}
