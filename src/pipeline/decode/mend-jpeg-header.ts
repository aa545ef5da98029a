const markerByte = 0xff;
const startOfScan = 0xda;

function segmentAt(bytes: Buffer, at: number): { marker: number; end: number } | null {
  const marker = bytes[at + 1]!;
  if (marker < 0xc0 || (marker >= 0xd0 && marker <= 0xd9)) return null;
  if (at + 4 > bytes.length) return null;
  const end = at + 2 + bytes.readUInt16BE(at + 2);
  return end > bytes.length ? null : { marker, end };
}

/** Copy of a segment with the slips that decoders warn about put right. */
function mendSegment(segment: Buffer, marker: number, sequential: boolean): Buffer {
  const mended = Buffer.from(segment);
  if (marker === startOfScan && sequential) mended.set([0, 63, 0], mended.length - 3);
  const isJfif = marker === 0xe0 && mended.toString('latin1', 4, 9) === 'JFIF\0';
  if (isJfif && mended.length >= 18 && mended[9] !== 1) mended.set([1, 2], 9);
  return mended;
}

/**
 * The same JPEG with three harmless slips of some cameras' headers put right, so that a strict decode need not refuse
 * the photo for them: stray bytes between segments are left out, scan parameters of a sequential JPEG are set to the
 * only values it can have, and the JFIF version to a known one. The compressed data is not touched. Null when the bytes
 * before the first scan are no list of segments (ITU T.81 annex B).
 */
export function mendJpegHeader(bytes: Buffer): Buffer | null {
  const parts: Buffer[] = [bytes.subarray(0, 2)];
  let sequential = false;
  for (let at = 2; at + 2 < bytes.length;) {
    if (bytes[at] !== markerByte || bytes[at + 1] === markerByte || bytes[at + 1] === 0) {
      at++;
      continue;
    }
    const segment = segmentAt(bytes, at);
    if (segment === null) return null;
    const { marker, end } = segment;
    if (marker === 0xc0 || marker === 0xc1) sequential = true;
    parts.push(mendSegment(bytes.subarray(at, end), marker, sequential));
    at = end;
    if (marker === startOfScan) return Buffer.concat([...parts, bytes.subarray(at)]);
  }
  return null;
}
