import { childrenOf } from '../../tests/support/processes/children-of.ts';
import { memoryNow } from '../read-process.ts';

/** What the processes held at one moment, in bytes. */
export interface MemorySample {
  readonly seconds: number;
  readonly server: number;
  readonly screening: number;
}

/** Looks at the memory of a service and its screening processes at once and then every so often, until stopped. */
export function watchMemory(pid: number, everyMs: number): { readonly stop: () => readonly MemorySample[] } {
  const began = performance.now();
  const samples: MemorySample[] = [];
  const look = (): void => {
    const screening = childrenOf(pid).reduce((sum, child) => sum + (memoryNow(child) ?? 0), 0);
    const seconds = Math.round((performance.now() - began) / 1_000);
    samples.push({ seconds, server: memoryNow(pid) ?? 0, screening });
  };
  look();
  const timer = setInterval(look, everyMs);
  return {
    stop: () => {
      clearInterval(timer);
      look();
      return samples;
    },
  };
}
