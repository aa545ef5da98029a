/** Every error a person may meet: what it means and what to do. The one list; codes cross process borders unchanged. */
const errors = {
  'empty-file': { status: 422, message: 'The file is empty. Copy it from the camera again.' },
  'not-an-image': {
    status: 422,
    message: 'This is not a photo Photoward can read. Use JPEG, PNG, WebP, HEIC, AVIF, TIFF or GIF.',
  },
  'file-not-found': { status: 404, message: 'There is no such file. Check the name and the folder.' },
  'file-unreadable': {
    status: 422,
    message: 'The file could not be read. Check that it may be opened, then try again.',
  },
  'file-too-large': { status: 413, message: 'The file is larger than the limit. Export a smaller copy.' },
  'too-many-pixels': { status: 413, message: 'The photo has more pixels than the limit. Export a smaller copy.' },
  'too-small': { status: 422, message: 'The photo is too small to check. Use the original from the camera.' },
  'decode-failed': {
    status: 422,
    message: 'The photo is damaged or cut short and cannot be decoded. Copy it from the camera again.',
  },
  'clean-failed': { status: 500, message: 'A clean copy could not be made, so nothing can be released.' },
  'clean-unverified': {
    status: 500,
    message: 'The clean copy did not pass its check for left-over data, so it was thrown away.',
  },
  'timed-out': { status: 503, message: 'The check took too long and was stopped. A person must look at this photo.' },
  aborted: { status: 503, message: 'The check was stopped before it ended. Run it again.' },
  'process-died': { status: 503, message: 'The screening process stopped in the middle. Run the check again.' },
  'model-missing': { status: 500, message: 'A model file is missing. Install Photoward again.' },
  'model-altered': { status: 500, message: 'A model file is not the one that was shipped. Install Photoward again.' },
  'engine-unavailable': { status: 500, message: 'The chosen engine cannot run on this machine. Use ENGINE=onnx.' },
  'register-invalid': { status: 422, message: 'The register cannot be used. Mend the lines named below.' },
  'roll-invalid': { status: 422, message: 'The roll cannot be used. Mend the lines named below.' },
  'policy-invalid': { status: 422, message: 'The policy file cannot be used. Mend the entries named below.' },
  'channel-unknown': { status: 422, message: 'The register has no such channel.' },
  'reference-unusable': { status: 422, message: 'The reference photo cannot be used for matching.' },
  usage: { status: 400, message: 'The command was not understood. Run photoward --help.' },
  internal: { status: 500, message: 'Something went wrong in Photoward itself. The log has the details.' },
} as const satisfies Record<string, { status: number; message: string }>;

export type ErrorCode = keyof typeof errors;

/**
 * An error with a code from the closed table above. `message` is safe to show to anyone; `detail` may say more to the
 * person who gave the input (a line number, a limit) and never holds personal data of somebody else.
 */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly detail: string | undefined;

  constructor(code: ErrorCode, options: { cause?: unknown; detail?: string } = {}) {
    super(errors[code].message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'AppError';
    this.code = code;
    this.detail = options.detail;
  }

  /** HTTP status for this code. */
  get status(): number {
    return errors[this.code].status;
  }

  /** The message, with the detail behind it where there is one. */
  get explanation(): string {
    return this.detail === undefined ? this.message : `${this.message} (${this.detail})`;
  }
}

/** Whether a text is one of the codes, for errors that crossed a process border. */
export function isErrorCode(code: unknown): code is ErrorCode {
  return typeof code === 'string' && Object.hasOwn(errors, code);
}

/** Any thrown value as an AppError: itself, or `internal` with the original as cause. */
export function toAppError(error: unknown): AppError {
  return error instanceof AppError ? error : new AppError('internal', { cause: error });
}
