import path from 'node:path';

/** A file's name as data: only its last part, whatever path a browser sent, without control characters. */
export function plainFileName(name: string): string {
  return path.posix.basename(name.replaceAll('\\', '/')).replace(/\p{Cc}/gu, '').slice(0, 255); // prettier-ignore
}
