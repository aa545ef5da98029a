import { PassThrough, type Readable } from 'node:stream';
import { ZipFile } from 'yazl';

/** One file of a ZIP: bytes, or a stream that is opened when its turn comes. */
export interface ZipEntry {
  readonly name: string;
  readonly content: Buffer | (() => Readable);
  readonly modifiedAt?: Date;
  /** How long the stream is, where that is known; such a file is stored as it is, because JPEG does not get smaller. */
  readonly bytes?: number;
}

/** A ZIP as it is written. A file that cannot be read ends the stream with its error, so nobody takes a part for the whole. */
export function streamZip(entries: readonly ZipEntry[]): Readable {
  const zip = new ZipFile();
  const output = new PassThrough();
  const fail = (error: Error): void => {
    output.destroy(error);
  };
  zip.outputStream.pipe(output);
  zip.on('error', fail);
  for (const { name, content, modifiedAt, bytes } of entries) {
    const mtime = modifiedAt === undefined ? {} : { mtime: modifiedAt };
    if (Buffer.isBuffer(content)) {
      zip.addBuffer(content, name, mtime);
      continue;
    }
    const stored = bytes === undefined ? {} : { compress: false, size: bytes };
    zip.addReadStreamLazy(name, { ...mtime, ...stored }, (give) => {
      const stream = content();
      stream.once('error', fail);
      give(null, stream);
    });
  }
  zip.end();
  return output;
}
