import { mkdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { newId } from '../lib/new-id.ts';
import { syncFolder } from './sync-folder.ts';
import { writeNew } from './write-new.ts';

/**
 * Write a file under a temporary name, flush it, and only then give it its name, over the one that had it: after a crash
 * the old file is there, or the new one, whole. `check` looks at the draft first; when it throws, nothing has changed.
 */
export async function writeThroughDraft(
  { file, temporaryFolder }: { readonly file: string; readonly temporaryFolder: string },
  bytes: AsyncIterable<Uint8Array>,
  check?: (draft: string) => Promise<void>,
): Promise<void> {
  const draft = path.join(temporaryFolder, `draft-${newId()}`);
  try {
    await writeNew(draft, bytes);
    await check?.(draft);
    await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
    await rename(draft, file);
    await syncFolder(path.dirname(file));
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}
