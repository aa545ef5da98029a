import { readFileSync } from 'node:fs';

// Linux's own unit of processor time on every platform Node runs on.
const ticksASecond = 100;

function readProc(pid: number, name: string): string | null {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8');
  } catch {
    return null;
  }
}

/** The most memory a living process has held so far, in bytes; null where the system does not say (Linux only). */
export function peakMemory(pid: number): number | null {
  const line = /^VmHWM:\s+(\d+) kB$/m.exec(readProc(pid, 'status') ?? '');
  return line === null ? null : Number(line[1]) * 1024;
}

/** The memory a living process holds now, in bytes; null where the system does not say (Linux only). */
export function memoryNow(pid: number): number | null {
  const line = /^VmRSS:\s+(\d+) kB$/m.exec(readProc(pid, 'status') ?? '');
  return line === null ? null : Number(line[1]) * 1024;
}

/** Processor time that a living process has used so far, in milliseconds; null where the system does not say. */
export function processorTime(pid: number): number | null {
  const stat = readProc(pid, 'stat');
  if (stat === null) return null;
  // The name in brackets may hold blanks; user and system time are fields 14 and 15, the third comes after it.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return ((Number(fields[11]) + Number(fields[12])) * 1000) / ticksASecond;
}
