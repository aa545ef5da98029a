import { chmodSync } from 'node:fs';

/**
 * Takes a file out of reach of other accounts: earlier versions made theirs readable. One that is not there is passed over,
 * and so is one that belongs to another account, whose owner has chosen.
 */
export function keepToOwner(file: string): void {
  try {
    chmodSync(file, 0o600);
  } catch {
    // Whether it can be used at all shows when it is opened.
  }
}
