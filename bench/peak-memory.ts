import { readFileSync } from 'node:fs';

/** The most memory a living process has held so far, in bytes; null where the system does not say (Linux only). */
export function peakMemory(pid: number): number | null {
  try {
    const line = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
    return line === null ? null : Number(line[1]) * 1024;
  } catch {
    return null;
  }
}
