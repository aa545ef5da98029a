import type { FileRef, FileVault } from './file-vault.ts';

const minAgeMs = 60 * 60_000;

/**
 * Erase files that no row knows: a crash came between writing the file and writing its row, or between removing the row
 * and removing the file. `isKnown` answers from the database; files younger than an hour may still be on their way to a
 * row and are left alone. Returns what was erased.
 */
export async function eraseOrphans(
  vault: FileVault,
  isKnown: (ref: FileRef) => Promise<boolean>,
  now: Date,
): Promise<readonly FileRef[]> {
  const erased: FileRef[] = [];
  for await (const { kind, id, changedAt } of vault.list()) {
    if (now.getTime() - changedAt.getTime() < minAgeMs) continue;
    if (await isKnown({ kind, id })) continue;
    await vault.erase({ kind, id });
    erased.push({ kind, id });
  }
  return erased;
}
