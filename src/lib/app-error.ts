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
  'post-names-pupil': {
    status: 409,
    message:
      'The address seems to name a pupil: a name and a picture together say who somebody is. Change it first, or say that you know.',
  },
  'pack-refused': {
    status: 422,
    message: 'The file is not the model that was named, so nothing was added. Get it again from where it is published.',
  },
  'model-unsound': {
    status: 500,
    message: 'A model gave an answer that is none. Use the shipped models alone (photoward models use shipped).',
  },
  'measurement-missing': {
    status: 409,
    message:
      'It is not known how often this pack is wrong, so it cannot be used yet. Name the file with what was measured of it (--measured).',
  },
  'measurement-refused': {
    status: 422,
    message: 'This measurement cannot be used. Measure the pack again with the nets that are here.',
  },
  'pack-unreachable': {
    status: 502,
    message: 'The model could not be fetched. Check the connection, or hand the file over with --from FILE.',
  },
  'licence-not-accepted': {
    status: 400,
    message: 'The licence was not accepted, so nothing was added. Read it, then add --accept-licence.',
  },
  'engine-unavailable': { status: 500, message: 'The chosen engine cannot run on this machine. Use ENGINE=onnx.' },
  'register-invalid': { status: 422, message: 'The register cannot be used. Mend the lines named below.' },
  'roll-invalid': { status: 422, message: 'The roll cannot be used. Mend the lines named below.' },
  'policy-invalid': { status: 422, message: 'The policy file cannot be used. Mend the entries named below.' },
  'channel-unknown': { status: 422, message: 'The register has no such channel.' },
  'reference-unusable': { status: 422, message: 'The reference photo cannot be used for matching.' },
  'invalid-input': { status: 400, message: 'Some of what was sent cannot be used. Mend the fields named below.' },
  'not-signed-in': { status: 401, message: 'You are not signed in. Sign in and try again.' },
  'sign-in-failed': {
    status: 401,
    message: 'The e-mail address, password or code is not right. Check them and try again.',
  },
  'code-needed': { status: 401, message: 'Enter the six-digit code from your authenticator app, or a recovery code.' },
  'locked-out': { status: 429, message: 'Too many attempts to sign in. Wait a quarter of an hour, then try again.' },
  'account-held': {
    status: 403,
    message: 'Photoward was restored from a backup. An administrator must let you in again, under “People”.',
  },
  'too-many-requests': { status: 429, message: 'Too many requests in a short time. Wait a minute, then try again.' },
  'cross-site': { status: 403, message: 'The request came from another site. Open Photoward itself and try again.' },
  'not-allowed': { status: 403, message: 'Your role does not allow this. Ask an administrator.' },
  'own-upload': { status: 403, message: 'Nobody decides a photo that they uploaded. Ask another moderator.' },
  'second-person-needed': { status: 403, message: 'This needs a second person. Ask a colleague to confirm it.' },
  'not-found': { status: 404, message: 'There is nothing here by that name. It may have been removed.' },
  'link-invalid': {
    status: 410,
    message: 'This link was used already, has expired or is incomplete. Ask for a new one.',
  },
  conflict: { status: 409, message: 'Something like this exists already. Use it, or choose another name.' },
  'wrong-state': { status: 409, message: 'This cannot be done in the state it is in now. Load the page again.' },
  'changed-meanwhile': {
    status: 409,
    message: 'Somebody else changed this meanwhile. Load it again, then repeat the change.',
  },
  'still-due': {
    status: 409,
    message: 'By the record and the rules of today the photo must still come down. Put the record right first.',
  },
  'last-admin': { status: 409, message: 'This is the last administrator. Make somebody else an administrator first.' },
  'already-set-up': { status: 409, message: 'The school is set up already. Sign in to change it.' },
  'too-few-staff': { status: 409, message: 'A channel needs at least two named members of staff. Name another first.' },
  'channel-not-open': { status: 409, message: 'This channel is not open. A senior leader must approve it first.' },
  'matching-off': { status: 409, message: 'Face matching is off. An administrator must record the signed DPIA first.' },
  'permission-incomplete': {
    status: 409,
    message: 'The biometric permission record is not complete, so no template may be made.',
  },
  'register-stale': {
    status: 409,
    message: 'The pupil list is older than the policy allows. Import a fresh one, or confirm it, before releasing.',
  },
  'import-has-problems': {
    status: 422,
    message: 'The import has problems, so nothing was changed. Mend the lines named below.',
  },
  'zip-unsafe': {
    status: 422,
    message: 'The ZIP file holds paths or sizes that cannot be accepted. Make a plain ZIP of the photos.',
  },
  'unsupported-type': { status: 415, message: 'This kind of content cannot be accepted here.' },
  'body-too-large': { status: 413, message: 'What was sent is larger than the limit.' },
  'too-many-files': { status: 413, message: 'Too many files at once. Send fewer.' },
  'provider-failed': {
    status: 502,
    message: 'Signing in with the other service did not work. Try again, or use your password.',
  },
  'templates-renewing': {
    status: 503,
    message: 'Photoward is describing the pupils’ faces anew, for other models. Add the photo when that is done.',
  },
  'not-ready': { status: 503, message: 'Photoward is starting or stopping. Try again in a moment.' },
  'lease-lost': { status: 409, message: 'Another process took over this job.' },
  'job-failed': { status: 500, message: 'A background job failed. The log has the details.' },
  'already-running': {
    status: 500,
    message: 'Photoward is running on this data folder already. Stop it first, or choose another folder.',
  },
  'address-unusable': {
    status: 500,
    message: 'Photoward cannot listen there. Choose another address with PHOTOWARD_HOST and PHOTOWARD_PORT.',
  },
  'data-folder-unusable': {
    status: 500,
    message: 'The data folder cannot be used. Name one that Photoward may write to with PHOTOWARD_DATA.',
  },
  'disk-full': {
    status: 507,
    message: 'There is no room left on the disk, so nothing was written. Make room, then try again.',
  },
  'folder-taken': {
    status: 500,
    message: 'The data folder belongs to another school. Choose another one with PHOTOWARD_DATA.',
  },
  'schema-newer': {
    status: 500,
    message: 'The database was written by a newer Photoward. Install that version or restore a backup.',
  },
  'schema-older': {
    status: 409,
    message: 'The database was written by an older Photoward. Start the service once, so that it brings it up to date.',
  },
  'sqlite-missing': {
    status: 500,
    message:
      'The database library could not be installed on this machine. Use Node 22 or later and install Photoward again.',
  },
  'database-damaged': { status: 500, message: 'The database is damaged. Restore the last backup.' },
  'audit-broken': {
    status: 500,
    message: 'The audit log does not verify. Keep the database as it is and tell your data protection officer.',
  },
  'key-missing': { status: 500, message: 'The encryption key is missing. Put back the key file or set PHOTOWARD_KEY.' },
  'key-invalid': {
    status: 500,
    message: 'The encryption key cannot be used. It must be 32 bytes, written as base64 or hex.',
  },
  'key-in-use': { status: 409, message: 'This key is still needed, so nothing was changed.' },
  'file-sealed': {
    status: 500,
    message: 'A stored file was sealed with another key. Put back the key it was made with.',
  },
  'file-damaged': { status: 500, message: 'A stored file is damaged or was changed. Restore it from a backup.' },
  'backup-damaged': {
    status: 422,
    message: 'This is not a backup, or it is damaged, cut short or changed. Nothing was restored; use another one.',
  },
  'backup-unverified': {
    status: 500,
    message: 'The backup did not read back as it was written, so it was thrown away. Check the disk it is on.',
  },
  'config-invalid': { status: 500, message: 'The settings cannot be used. Mend the entries named below.' },
  usage: { status: 400, message: 'The command was not understood. Run photoward --help.' },
  internal: { status: 500, message: 'Something went wrong in Photoward itself. The log has the details.' },
} as const satisfies Record<string, { status: number; message: string }>;

export type ErrorCode = keyof typeof errors;

/** One field of an input that cannot be used. `path` is dotted: 'namedStaff.0'; the message says what to mend. */
export interface FieldProblem {
  readonly path: string;
  readonly message: string;
}

/**
 * An error with a code from the closed table above. `message` is safe to show to anyone; `detail` may say more to the
 * person who gave the input (a line number, a limit) and never holds personal data of somebody else.
 */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly detail: string | undefined;
  /** For `invalid-input` and its like: which fields, and what to do about each. */
  readonly fields: readonly FieldProblem[];

  constructor(code: ErrorCode, options: { cause?: unknown; detail?: string; fields?: readonly FieldProblem[] } = {}) {
    super(errors[code].message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'AppError';
    this.code = code;
    this.detail = options.detail;
    this.fields = options.fields ?? [];
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

/** Every code, for the contract and its tests. */
export const errorCodes = Object.keys(errors) as readonly ErrorCode[];

/** Whether a text is one of the codes, for errors that crossed a process border. */
export function isErrorCode(code: unknown): code is ErrorCode {
  return typeof code === 'string' && Object.hasOwn(errors, code);
}

/** How the file system and SQLite say that the disk, or this account's share of it, is full. */
const fullDisk: readonly unknown[] = ['ENOSPC', 'EDQUOT', 'SQLITE_FULL'];

/** Any thrown value as an AppError: itself, `disk-full`, or `internal`, with the original as cause. */
export function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  const isFull = error instanceof Error && 'code' in error && fullDisk.includes(error.code);
  return new AppError(isFull ? 'disk-full' : 'internal', { cause: error });
}
