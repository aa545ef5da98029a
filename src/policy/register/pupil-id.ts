/** Names that mean a device on Windows, whatever follows the first full stop. */
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/**
 * Whether a text may be a pupil id. It also names the folder of the pupil's photos, so only letters, digits, full
 * stops, hyphens and underscores, beginning and ending with a letter or digit, at most 64.
 */
export function isPupilId(text: string): boolean {
  return /^[A-Za-z0-9]([A-Za-z0-9._-]{0,62}[A-Za-z0-9])?$/.test(text) && !text.includes('..') && !reserved.test(text);
}
