import { decodeText, tidyText } from './readable-text.ts';

/** Texts of a colour profile by tag signature (ICC.1:2022). */
const textTags: Record<string, string> = {
  desc: 'description',
  cprt: 'copyright',
  dmnd: 'device maker',
  dmdd: 'device model',
};

function decodeIccText(content: Buffer): string {
  const type = content.toString('latin1', 0, 4);
  if (type === 'text') return decodeText(content.subarray(8));
  if (type === 'desc') return decodeText(content.subarray(12, 12 + content.readUInt32BE(8)));
  if (type !== 'mluc' || content.length < 28) return '';
  const [length, offset] = [content.readUInt32BE(20), content.readUInt32BE(24)];
  const text = Buffer.from(content.subarray(offset, offset + length - (length % 2)));
  return text.swap16().toString('utf16le');
}

/** The texts in a colour profile: who made it, for which device. Throws a RangeError where its table is damaged. */
export function iccTexts(profile: Buffer): { tag: string; value: string }[] {
  if (profile.length < 132) return [];
  const found: { tag: string; value: string }[] = [];
  const count = Math.min(profile.readUInt32BE(128), 100);
  for (let at = 132; at + 12 <= profile.length && at < 132 + count * 12; at += 12) {
    const tag = textTags[profile.toString('latin1', at, at + 4)];
    if (tag === undefined) continue;
    const offset = profile.readUInt32BE(at + 4);
    const content = profile.subarray(offset, offset + profile.readUInt32BE(at + 8));
    const value = content.length < 12 ? '' : tidyText(decodeIccText(content));
    if (value !== '') found.push({ tag, value });
  }
  return found;
}
