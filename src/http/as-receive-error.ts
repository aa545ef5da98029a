import { MulterError } from 'multer';
import { AppError, toAppError } from '../lib/app-error.ts';

const multerCodes: Readonly<Record<string, 'file-too-large' | 'too-many-files' | 'body-too-large'>> = {
  LIMIT_FILE_SIZE: 'file-too-large',
  LIMIT_FILE_COUNT: 'too-many-files',
  LIMIT_PART_COUNT: 'too-many-files',
  LIMIT_FIELD_VALUE: 'body-too-large',
};

const parserCodes: Readonly<Record<string, 'body-too-large' | 'unsupported-type'>> = {
  'entity.too.large': 'body-too-large',
  'encoding.unsupported': 'unsupported-type',
  'charset.unsupported': 'unsupported-type',
};

/** The parsers' own errors, in our codes; a full disk is said to be one. What is left over is the sender's malformed body. */
export function asReceiveError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  if (error instanceof MulterError) {
    const code = multerCodes[error.code];
    if (code !== undefined) return new AppError(code, { cause: error });
    return new AppError('invalid-input', {
      cause: error,
      fields: [{ path: error.field ?? 'body', message: 'is not a file or field that belongs here' }],
    });
  }
  if (isSystemError(error)) return toAppError(error);
  const type = error instanceof Error && 'type' in error ? String(error.type) : '';
  const code = parserCodes[type];
  if (code !== undefined) return new AppError(code, { cause: error });
  return new AppError('invalid-input', { cause: error, fields: [{ path: 'body', message: 'cannot be read' }] });
}

/** A full disk or missing folder is ours, not the sender's. */
function isSystemError(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error;
}
