/** One piece of an XMP packet too large for one JPEG segment. */
export interface XmpPart {
  readonly guid: string;
  readonly offset: number;
  readonly content: Buffer;
}

/** The pieces joined in order, one text for each packet (XMP specification part 3, 1.1.3.1). */
export function collectExtendedXmp(parts: readonly XmpPart[]): string[] {
  const guids = new Set(parts.map((part) => part.guid));
  return Array.from(guids, (guid) => {
    const own = parts.filter((part) => part.guid === guid).sort((a, b) => a.offset - b.offset);
    return Buffer.concat(own.map((part) => part.content)).toString('utf8');
  });
}
