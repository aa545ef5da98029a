import { mkdtemp, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '../lib/app-error.ts';
import type { Verdict } from '../policy/words/finding.ts';
import { makeFolder } from './make-folder.ts';

/** Photos that are not clear wait here, beside the ones that may go. */
const heldFolder = 'held';

/** Where clean copies go. A copy is placed only once its photo's verdict is known. */
export interface Release {
  /** Where the screening process writes the copy of the nth photo of the run. */
  spoolPath(index: number): string;
  /**
   * Moves a copy to its place: clear photos to the folder itself, others to `held`, and what only the safeguarding lead
   * may see nowhere. Without a copy, only an earlier run's is removed: it must not stay released. Returns the final
   * path, or null.
   */
  place(copy: { index: number; name: string; wasMade: boolean }, verdict: Verdict): Promise<string | null>;
  /** Removes whatever was never placed. */
  close(): Promise<void>;
}

const isForSafeguardingLead = ({ findings }: Verdict): boolean =>
  findings.some((finding) => finding.audience === 'dsl' && finding.severity === 'block');

/** Opens a folder for clean copies; makes it when it is not there. Throws `clean-failed` when it cannot be written. */
export async function openRelease(folder: string): Promise<Release> {
  const held = path.join(folder, heldFolder);
  const spool = await makeFolder(held)
    .then(() => mkdtemp(path.join(folder, '.unplaced-')))
    .catch((cause: unknown) => {
      throw new AppError('clean-failed', { cause, detail: `the folder ${folder} could not be written` });
    });
  const spoolPath = (index: number): string => path.join(spool, `${index}.jpg`);
  return {
    spoolPath,
    async place({ index, name, wasMade }, verdict) {
      const [clearPath, heldPath] = [path.join(folder, name), path.join(held, name)];
      await Promise.all([rm(clearPath, { force: true }), rm(heldPath, { force: true })]);
      if (!wasMade || isForSafeguardingLead(verdict)) {
        await rm(spoolPath(index), { force: true });
        return null;
      }
      const target = verdict.verdict === 'clear' ? clearPath : heldPath;
      await rename(spoolPath(index), target);
      return target;
    },
    close: () => rm(spool, { recursive: true, force: true }),
  };
}
