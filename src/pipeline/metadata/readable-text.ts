import { windowsLetters } from '../../lib/windows-letters.ts';

const maxCharacters = 200;

/** Text without control characters and outer blanks, cut to 200 characters with an ellipsis. */
export function tidyText(text: string): string {
  const tidy = text
    .replace(/[\p{Cc}\p{Cs}\uFFFD]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return tidy.length > maxCharacters ? `${tidy.slice(0, maxCharacters)}…` : tidy;
}

/** Bytes as UTF-8 where they are, else as Windows-1252; up to the first NUL. */
export function decodeText(bytes: Uint8Array): string {
  const end = bytes.indexOf(0);
  const content = end < 0 ? bytes : bytes.subarray(0, end);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch {
    return windowsLetters(Buffer.from(content).toString('latin1'));
  }
}

/** Runs of printable ASCII in binary data, each at least `minLength` long; at most 40 of them. */
export function printableRuns(bytes: Uint8Array, minLength = 6): string[] {
  const text = Buffer.from(bytes.subarray(0, 200_000)).toString('latin1');
  const runs = text.matchAll(new RegExp(`[\\x20-\\x7e]{${minLength},}`, 'g'));
  return Array.from(runs, ([run]) => run.trim())
    .filter((run) => run.length >= minLength)
    .slice(0, 40);
}

/** A short description of binary data: the text in it where there is any, and its size. */
export function describeBytes(bytes: Uint8Array): string {
  const text = printableRuns(bytes).slice(0, 6).join(' / ');
  return tidyText(text === '' ? `${bytes.length} bytes` : `${bytes.length} bytes: ${text}`);
}
