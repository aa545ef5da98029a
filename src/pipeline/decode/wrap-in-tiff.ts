/** Pixels as a decoder gave them, 8 bits a channel, with the profile that says what the numbers mean. */
export interface ProfiledPixels {
  readonly width: number;
  readonly height: number;
  readonly channels: 3 | 4;
  readonly data: Uint8Array;
  readonly profile: Buffer;
}

const short = 3;
const long = 4;
const undefinedType = 7;

/**
 * The pixels as an uncompressed TIFF with its ICC profile, so that the same colour engine converts them as converts
 * every other photo (raw pixels cannot carry a profile). One strip; alpha, if any, is unassociated. TIFF 6.0.
 */
export function wrapInTiff(pixels: ProfiledPixels): Buffer {
  const { width, height, channels, data, profile } = pixels;
  const entries: [tag: number, type: number, count: number, value: number][] = [];
  const directoryBytes = 2 + (channels === 4 ? 11 : 10) * 12 + 4;
  const bitsAt = 8 + directoryBytes;
  const profileAt = bitsAt + channels * 2;
  const pixelsAt = profileAt + profile.length + (profile.length % 2);
  entries.push([256, long, 1, width], [257, long, 1, height], [258, short, channels, bitsAt]);
  entries.push([259, short, 1, 1], [262, short, 1, 2], [273, long, 1, pixelsAt], [277, short, 1, channels]);
  entries.push([278, long, 1, height], [279, long, 1, data.length]);
  if (channels === 4) entries.push([338, short, 1, 2]);
  entries.push([34675, undefinedType, profile.length, profileAt]);

  const header = Buffer.alloc(pixelsAt);
  header.write('II*\0', 'latin1');
  header.writeUInt32LE(8, 4);
  header.writeUInt16LE(entries.length, 8);
  entries.forEach(([tag, type, count, value], index) => {
    const at = 10 + index * 12;
    header.writeUInt16LE(tag, at);
    header.writeUInt16LE(type, at + 2);
    header.writeUInt32LE(count, at + 4);
    header.writeUInt32LE(value, at + 8);
  });
  for (let channel = 0; channel < channels; channel++) header.writeUInt16LE(8, bitsAt + channel * 2);
  profile.copy(header, profileAt);
  return Buffer.concat([header, data]);
}
