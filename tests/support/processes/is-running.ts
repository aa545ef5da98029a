import { readStat } from './read-stat.ts';

/** Whether a process runs (Linux). One that ended and that nobody has asked about yet, a zombie, does not. */
export function isRunning(pid: number): boolean {
  const state = readStat(pid)?.state;
  return state !== undefined && state !== 'Z';
}
