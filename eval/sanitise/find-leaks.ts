import { cleanHeader } from '../../src/pipeline/clean/clean-header.ts';
import type { ToolTags } from './exiftool.ts';

/** What exiftool may find in a clean copy: nothing that depends on the photo but its size. */
const allowed = new Set([
  'ExifTool:ExifToolVersion',
  'File:FileType',
  'File:FileTypeExtension',
  'File:MIMEType',
  'File:ImageWidth',
  'File:ImageHeight',
  'File:EncodingProcess',
  'File:BitsPerSample',
  'File:ColorComponents',
  'File:YCbCrSubSampling',
  'JFIF:JFIFVersion',
  'JFIF:ResolutionUnit',
  'JFIF:XResolution',
  'JFIF:YResolution',
  'Composite:ImageSize',
  'Composite:Megapixels',
]);
const fileSystem = /^System:/;
/** Groups that describe the file or the picture rather than what is said about it. */
const notMetadata = /^(System|File|ExifTool|Composite|SourceFile)/;

/** Tags exiftool found in a clean copy that are not on the allow-list, with their values. */
export function forbiddenTags(output: ToolTags): string[] {
  return [...output]
    .filter(([tag]) => !allowed.has(tag) && !fileSystem.test(tag))
    .map(([tag, value]) => `${tag}=${value}`);
}

/** Texts of at least six characters with a letter or digit that the input's metadata held. */
export function needlesOf(input: ToolTags, ownValues: readonly string[]): string[] {
  const values = [...input].filter(([tag]) => !notMetadata.test(tag)).map(([, value]) => value);
  const texts = [...values, ...ownValues].map((value) => value.trim());
  return [...new Set(texts)].filter((text) => text.length >= 6 && text.length <= 2000 && /[\p{L}\p{N}]/u.test(text));
}

/** The tables every clean copy starts with. Some maker notes hold a preview with the same ones: no leak. */
const fixedBytes = cleanHeader(16, 16, 90);

/** The needles that occur in the clean copy's bytes, as UTF-8, Latin-1 or UTF-16 of either order. */
export function leakedNeedles(output: Buffer, needles: readonly string[]): string[] {
  return needles.filter((needle) => {
    const utf16 = Buffer.from(needle, 'utf16le');
    const spellings = [Buffer.from(needle, 'utf8'), Buffer.from(needle, 'latin1'), utf16, Buffer.from(utf16).swap16()];
    return spellings.some((spelling) => output.includes(spelling) && !fixedBytes.includes(spelling));
  });
}
