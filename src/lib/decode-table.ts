import { windowsLetters } from './windows-letters.ts';

/** Marks nobody sees: of the byte order, in the middle of files that were put together, and of no width. */
const unseen = /[\ufeff\u200b]/g;

/** UTF-16 without its mark: in a table of European names nearly every second byte is nothing. */
function encodingOf(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const head = bytes.subarray(0, 200);
  const empty = (offset: number): number => head.filter((byte, at) => at % 2 === offset && byte === 0).length;
  if (empty(1) * 4 > head.length && empty(0) === 0) return 'utf-16le';
  return empty(0) * 4 > head.length && empty(1) === 0 ? 'utf-16be' : null;
}

function decode(bytes: Uint8Array): string {
  const wide = encodingOf(bytes);
  if (wide !== null) return new TextDecoder(wide).decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // What Excel saves on a British computer when it is asked for plain CSV. Node's own decoder loses some of its letters:
    // from 20.18.3 on it takes Windows-1252 for Latin-1.
    return windowsLetters(Buffer.from(bytes).toString('latin1'));
  }
}

/**
 * The text of a table, whichever program saved it: UTF-8, UTF-16, or else Windows-1252. Accents are joined to their letters
 * and blanks are blanks, so that the same name is the same text whoever wrote it: one with a letter lost would not be
 * found on a badge. Never throws.
 */
export function decodeTable(bytes: Uint8Array): string {
  return decode(bytes).replaceAll(unseen, '').replaceAll('\u00a0', ' ').normalize('NFC');
}
