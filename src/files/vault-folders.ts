import path from 'node:path';
import { AppError } from '../lib/app-error.ts';
import { isId } from '../lib/new-id.ts';
import type { FileKind, FileRef } from './file-vault.ts';

/** What a file's seal says it is: a file under another name or kind does not open. */
export function contextOf(ref: FileRef): string {
  return `${ref.kind}/${ref.id}`;
}

/** Where things lie in a vault. `pathOf` throws `not-found` for an id that `newId` cannot have made. */
export function deriveFolders(folder: string): {
  readonly temporaryFolder: string;
  readonly kindFolder: (kind: FileKind) => string;
  readonly pathOf: (ref: FileRef) => string;
} {
  const kindFolder = (kind: FileKind): string => path.join(folder, kind);
  return {
    temporaryFolder: path.join(folder, 'temporary'),
    kindFolder,
    pathOf: ({ kind, id }) => {
      if (!isId(id)) throw new AppError('not-found');
      // The last characters of a ULID are random, so the files spread evenly over 1,024 folders.
      return path.join(kindFolder(kind), id.slice(-2), id);
    },
  };
}
