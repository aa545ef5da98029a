import { readdirSync, readlinkSync } from 'node:fs';

/** What this process holds open of a folder, also without a name any more (there is no knowing it without /proc). */
export function heldFiles(folder: string): string[] {
  return readdirSync('/proc/self/fd').flatMap((number) => {
    try {
      const held = readlinkSync(`/proc/self/fd/${number}`);
      return held.startsWith(folder) ? [held] : [];
    } catch {
      return []; // the one that listed them
    }
  });
}
