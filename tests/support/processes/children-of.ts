import { readdirSync } from 'node:fs';
import { readStat } from './read-stat.ts';

/** Ids of a process's living children (Linux). */
export function childrenOf(pid: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((child) => readStat(child)?.parentPid === pid);
}
