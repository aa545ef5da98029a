import { setTimeout as pause } from 'node:timers/promises';

const longestMs = 900_000;

/** Look again and again until something holds. Throws, naming it, when it never does. */
export async function until(what: string, holds: () => boolean | Promise<boolean>, everyMs = 40): Promise<void> {
  const end = Date.now() + longestMs;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`waited ${longestMs / 1000} s in vain until ${what}`);
    await pause(everyMs);
  }
}
