import { createHash } from 'node:crypto';
import path from 'node:path';
import { AppError } from '../lib/app-error.ts';
import type { ImageKind } from '../policy/words/evidence.ts';
import { defaultIntakeLimits, type IntakeLimits } from './intake/intake-limits.ts';
import { isMislabelled } from './intake/is-mislabelled.ts';
import { readHeader } from './intake/read-header.ts';
import { readWholeFile } from './intake/read-whole-file.ts';
import { recogniseKind } from './intake/recognise-kind.ts';

/** A file that was read whole and recognised as a picture within the limits. Not yet decoded. */
export interface IntakenFile {
  readonly bytes: Buffer;
  readonly kind: ImageKind;
  /** The last part of the path. Data only: never a path again. */
  readonly name: string;
  /** Of the whole file, lower-case hex. */
  readonly sha256: string;
  /** More than one frame or page; only the first counts. */
  readonly animated: boolean;
  /** The name's ending says another type than the bytes. */
  readonly mislabelled: boolean;
  /** Size the header claims, before orientation. */
  readonly headerWidth: number;
  readonly headerHeight: number;
}

function checkSize(width: number, height: number, limits: IntakeLimits): void {
  const detail = `the file says ${width} x ${height} pixels`;
  if (width * height > limits.maxPixels) throw new AppError('too-many-pixels', { detail });
  if (Math.min(width, height) < limits.minSidePx) throw new AppError('too-small', { detail });
}

/** The same as `intakeFile` for bytes that are in memory already. Throws the same errors but those of reading. */
export async function intakeBytes(
  bytes: Buffer,
  name: string,
  limits: IntakeLimits = defaultIntakeLimits,
): Promise<IntakenFile> {
  if (bytes.length === 0) throw new AppError('empty-file');
  if (bytes.length > limits.maxBytes) throw new AppError('file-too-large');
  const kind = recogniseKind(bytes);
  if (kind === null) throw new AppError('not-an-image');
  const header = await readHeader(bytes, kind);
  checkSize(header.width, header.height, limits);
  return {
    bytes,
    kind,
    name,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    animated: header.frames > 1,
    mislabelled: isMislabelled(name, kind),
    headerWidth: header.width,
    headerHeight: header.height,
  };
}

/**
 * Reads a file and says what it is: type by its bytes, size by its header, before any pixel is decoded. Throws AppError
 * `file-not-found`, `file-unreadable`, `file-too-large`, `empty-file`, `not-an-image`, `decode-failed` (damaged
 * header), `too-many-pixels` or `too-small`.
 */
export async function intakeFile(filePath: string, limits: IntakeLimits = defaultIntakeLimits): Promise<IntakenFile> {
  return intakeBytes(await readWholeFile(filePath, limits.maxBytes), path.basename(filePath), limits);
}

export { defaultIntakeLimits, type IntakeLimits };
