import { readFile } from 'node:fs/promises';
import type { FileVault, StoredFile } from '../../files/file-vault.ts';
import { AppError } from '../../lib/app-error.ts';
import type { UploadedFile } from '../../http/route.ts';
import type { PreparedReference } from '../../pipeline/prepare-reference.ts';

/** The one file of an upload. Throws `invalid-input` when there is none. */
export function singleUpload(uploads: readonly UploadedFile[], field = 'photo'): UploadedFile {
  const [upload] = uploads;
  if (upload !== undefined) return upload;
  throw new AppError('invalid-input', { fields: [{ path: field, message: 'is missing' }] });
}

/**
 * Have a clean copy written to a temporary file, then stored in the vault. `prepare` writes the copy to the path it is
 * given; whatever happens, nothing plain stays behind.
 */
export async function storeCopy<Prepared extends PreparedReference | null>(
  vault: FileVault,
  kind: 'portrait' | 'enrolment',
  prepare: (target: string) => Promise<Prepared>,
): Promise<{ readonly prepared: Prepared; readonly stored: StoredFile }> {
  return await vault.withPlainPlace(async (target) => {
    const prepared = await prepare(target);
    return { prepared, stored: await vault.write(kind, await readFile(target)) };
  });
}
