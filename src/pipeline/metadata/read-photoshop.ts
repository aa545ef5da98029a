/** One Photoshop image resource. */
export interface PhotoshopResource {
  readonly id: number;
  readonly content: Buffer;
}

/** The resources in a Photoshop block: 8BIM, id, padded name, length, content (Adobe's Photoshop file format). */
export function photoshopResources(block: Buffer): PhotoshopResource[] {
  const found: PhotoshopResource[] = [];
  let at = block.indexOf('8BIM', 0, 'latin1');
  while (at >= 0 && at + 12 <= block.length && block.toString('latin1', at, at + 4) === '8BIM') {
    const nameBytes = 1 + block[at + 6]!;
    const sizeAt = at + 6 + nameBytes + (nameBytes % 2);
    if (sizeAt + 4 > block.length) break;
    const size = block.readUInt32BE(sizeAt);
    found.push({ id: block.readUInt16BE(at + 4), content: block.subarray(sizeAt + 4, sizeAt + 4 + size) });
    at = sizeAt + 4 + size + (size % 2);
  }
  return found;
}
