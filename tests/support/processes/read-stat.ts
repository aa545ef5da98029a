import { readFileSync } from 'node:fs';

/** What Linux says of a process, or undefined when there is none. */
export function readStat(pid: number): { readonly state: string; readonly parentPid: number } | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field is the program's name, which may hold anything but ends at the last bracket.
    const [state, parentPid] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return { state: state!, parentPid: Number(parentPid) };
  } catch {
    return undefined;
  }
}
