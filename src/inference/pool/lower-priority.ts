import { readdirSync } from 'node:fs';
import { constants, getPriority, setPriority } from 'node:os';

const below = constants.priority.PRIORITY_BELOW_NORMAL;

// On Linux each thread has a priority of its own, and some are started before any module runs. Later ones inherit.
const threads = (): number[] => (process.platform === 'linux' ? readdirSync('/proc/self/task').map(Number) : [0]);

/** Lets other programs go before this process when the processor is short. One that is lower already stays as it is. */
export function lowerPriority(): void {
  for (const thread of threads()) {
    if (getPriority(thread) < below) setPriority(thread, below);
  }
}
