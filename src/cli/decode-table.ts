/** What Excel saves on a British computer when it is asked for plain CSV. */
const withoutMark = 'windows-1252';

/**
 * The text of a table, whichever program saved it: UTF-8, UTF-16 with its mark, or else Windows-1252. A name with a
 * letter lost would not be found on a badge. Never throws.
 */
export function decodeTable(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder(withoutMark).decode(bytes);
  }
}
