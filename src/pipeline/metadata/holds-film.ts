/** A film begins with a box 'ftyp' of a few brands: four letters each (ISO/IEC 14496-12). */
const maxBoxBytes = 128;

/** Whether a film (MP4, QuickTime) starts somewhere in these bytes, as behind the picture of a motion photo. */
export function holdsFilm(bytes: Buffer): boolean {
  for (let at = bytes.indexOf('ftyp', 4, 'latin1'); at >= 0; at = bytes.indexOf('ftyp', at + 4, 'latin1')) {
    const size = bytes.readUInt32BE(at - 4);
    if (size >= 16 && size <= maxBoxBytes && /^[\w ]{4}$/.test(bytes.toString('latin1', at + 4, at + 8))) return true;
  }
  return false;
}
