import { z } from 'zod';
import { fileKinds } from '../../files/file-vault.ts';
import { AppError } from '../../lib/app-error.ts';

/**
 * The plain inside of a backup: frames of a 4-byte length and JSON. First the head, then one frame for each file with
 * its bytes behind it, then the end, then nothing. The whole is sealed as one stream, so it cannot be cut or changed.
 */
const headFrame = z.strictObject({
  format: z.literal('photoward-backup'),
  version: z.literal(1),
  backupId: z.string(),
  madeAt: z.string(),
  schema: z.int(),
  auditHead: z.strictObject({ seq: z.int(), hash: z.string() }),
});

const fileFrame = z.strictObject({
  kind: z.enum(['database', ...fileKinds]),
  id: z.string(),
  /** Bytes that follow. */
  bytes: z.int().nonnegative(),
  /** Of the content: for a sealed file, of what is sealed in it. */
  sha256: z.string(),
});

const endFrame = z.strictObject({
  end: z.literal(true),
  files: z.int(),
  /** Erased on purpose between the copy of the database and that of the files. */
  erased: z.array(z.string()),
  /** Missing or damaged already when the backup was made. */
  unreadable: z.array(z.string()),
});

export type BackupHead = z.infer<typeof headFrame>;
export type BackupFile = z.infer<typeof fileFrame>;
export type BackupEnd = z.infer<typeof endFrame>;

/** The context all backups are sealed with: no stored file can pass for one. */
export const backupContext = 'backup';

const longestFrame = 10_000_000;

/** One frame as bytes. */
export function packFrame(frame: BackupHead | BackupFile | BackupEnd): Buffer {
  const text = Buffer.from(JSON.stringify(frame), 'utf8');
  const length = Buffer.alloc(4);
  length.writeUInt32BE(text.length);
  return Buffer.concat([length, text]);
}

/**
 * Reads a backup's plain bytes from beginning to end, handing each file to `visit`. What `visit` leaves unread is
 * passed over. Throws `backup-damaged` when anything does not fit.
 */
export async function readFrames(
  plain: AsyncIterable<Uint8Array>,
  visit: (file: BackupFile, content: AsyncIterable<Buffer>) => Promise<void>,
): Promise<{ readonly head: BackupHead; readonly end: BackupEnd }> {
  const source = readFrom(plain);
  const frame = async (): Promise<unknown> => {
    const length = (await source.take(4)).readUInt32BE();
    if (length > longestFrame) throw new AppError('backup-damaged', { detail: 'a frame is too long' });
    return parseJson(await source.take(length));
  };
  const head = parseFrame(headFrame, await frame());
  for (let files = 0; ; files += 1) {
    const next = parseFrame(z.union([fileFrame, endFrame]), await frame());
    if ('end' in next) {
      if (next.files !== files || !(await source.isAtEnd()))
        throw new AppError('backup-damaged', { detail: 'its end' });
      return { head, end: next };
    }
    const content = source.pass(next.bytes);
    await visit(next, content);
    await finish(content);
  }
}

function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8')) as unknown;
  } catch (cause) {
    throw new AppError('backup-damaged', { cause });
  }
}

function parseFrame<Schema extends z.ZodType>(schema: Schema, frame: unknown): z.output<Schema> {
  const parsed = schema.safeParse(frame);
  if (!parsed.success) throw new AppError('backup-damaged', { cause: parsed.error });
  return parsed.data;
}

/** Passes over what is left. */
async function finish(content: AsyncIterator<unknown>): Promise<void> {
  while ((await content.next()).done !== true);
}

/** Bytes in pieces of any size, taken in pieces of the wanted size. */
function readFrom(plain: AsyncIterable<Uint8Array>) {
  const source = plain[Symbol.asyncIterator]();
  let held: Buffer = Buffer.alloc(0);
  const more = async (): Promise<boolean> => {
    while (held.length === 0) {
      const next = await source.next();
      if (next.done === true) return false;
      held = Buffer.from(next.value.buffer, next.value.byteOffset, next.value.byteLength);
    }
    return true;
  };
  async function* pass(bytes: number): AsyncGenerator<Buffer> {
    for (let left = bytes; left > 0;) {
      if (!(await more())) throw new AppError('backup-damaged', { detail: 'it is cut short' });
      const part = held.subarray(0, left);
      held = held.subarray(part.length);
      left -= part.length;
      yield part;
    }
  }
  return {
    pass,
    take: async (bytes: number): Promise<Buffer> => {
      const parts: Buffer[] = [];
      for await (const part of pass(bytes)) parts.push(part);
      return Buffer.concat(parts);
    },
    isAtEnd: async (): Promise<boolean> => !(await more()),
  };
}
