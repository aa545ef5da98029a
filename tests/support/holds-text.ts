import { inflateSync } from 'node:zlib';

const maxInflatedBytes = 8_000_000;

/** What a zlib stream at this place inflates to, as far as it goes; empty when there is none. */
function inflateAt(bytes: Buffer, at: number): Buffer {
  if (bytes.length < at + 2 || bytes.readUInt16BE(at) % 31 !== 0) return Buffer.alloc(0);
  try {
    return inflateSync(bytes.subarray(at), { maxOutputLength: maxInflatedBytes });
  } catch {
    return Buffer.alloc(0);
  }
}

/** Whether bytes hold a text: as it is, in UTF-16, as hex digits, or inside anything compressed with zlib. */
export function holdsText(bytes: Buffer, text: string): boolean {
  const utf16 = Buffer.from(text, 'utf16le');
  const spellings = [
    Buffer.from(text),
    utf16,
    Buffer.from(utf16).swap16(),
    Buffer.from(Buffer.from(text).toString('hex')),
  ];
  if (spellings.some((spelling) => bytes.includes(spelling))) return true;
  for (let at = bytes.indexOf(0x78); at >= 0; at = bytes.indexOf(0x78, at + 1)) {
    if (inflateAt(bytes, at).includes(text)) return true;
  }
  return false;
}
