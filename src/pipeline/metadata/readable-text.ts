import { windowsLetters } from '../../lib/windows-letters.ts';

/** As long as captions get: IPTC allows 2,000 characters, and the last name on the list counts like the first. */
const maxRead = 4000;
const maxRecorded = 600;

/** Text without control characters and outer blanks, cut to 4,000 characters with an ellipsis unless told otherwise. */
export function tidyText(text: string, maxCharacters = maxRead): string {
  const tidy = text
    .replace(/[\p{Cc}\p{Cs}\uFFFD]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return tidy.length > maxCharacters ? `${tidy.slice(0, maxCharacters)}…` : tidy;
}

/** The same for one line of the record shown to staff. */
export const lineOfRecord = (text: string): string => tidyText(text, maxRecorded);

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
  return lineOfRecord(text === '' ? `${bytes.length} bytes` : `${bytes.length} bytes: ${text}`);
}
