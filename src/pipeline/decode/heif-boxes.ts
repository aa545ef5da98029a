/** One box of an ISO base media file: where its payload lies in the file. */
export interface HeifBox {
  readonly type: string;
  /** First byte of the box, header included. */
  readonly start: number;
  /** First byte after the header (and after version and flags where the type has them). */
  readonly payload: number;
  readonly end: number;
}

/** Boxes that start with version and flags before their content. */
const fullBoxes = new Set(['meta', 'iinf', 'iloc', 'iref', 'pitm', 'infe', 'ispe', 'ipma', 'hdlr', 'auxC', 'udes']);
const containers = new Set(['meta', 'iprp', 'ipco', 'moov', 'trak', 'mdia', 'minf', 'udta']);
/** More than any photo has; a hostile file must not keep us counting. */
const maxBoxes = 20_000;

function readBox(bytes: Buffer, start: number, end: number): HeifBox | null {
  if (start + 8 > end) return null;
  let size = bytes.readUInt32BE(start);
  let header = 8;
  if (size === 1) {
    if (start + 16 > end) return null;
    size = Number(bytes.readBigUInt64BE(start + 8));
    header = 16;
  }
  if (size === 0) size = end - start;
  if (size < header || start + size > end) return null;
  const type = bytes.toString('latin1', start + 4, start + 8);
  const payload = Math.min(start + header + (fullBoxes.has(type) ? 4 : 0), start + size);
  return { type, start, payload, end: start + size };
}

function walk(bytes: Buffer, start: number, end: number, found: HeifBox[]): void {
  for (let at = start; found.length < maxBoxes;) {
    const box = readBox(bytes, at, end);
    if (box === null) return;
    found.push(box);
    if (containers.has(box.type)) walk(bytes, box.payload, box.end, found);
    at = box.end;
  }
}

/**
 * All boxes of a HEIF or AVIF file, outer before inner, in file order (ISO/IEC 14496-12, 23008-12). Stops without an
 * error at the first box that does not fit into what holds it.
 */
export function heifBoxes(bytes: Buffer): HeifBox[] {
  const found: HeifBox[] = [];
  walk(bytes, 0, bytes.length, found);
  return found;
}

/** The largest picture any item of the file claims, in pixels, or null when none says. */
export function largestHeifSize(bytes: Buffer): { width: number; height: number } | null {
  const sizes = heifBoxes(bytes)
    .filter((box) => box.type === 'ispe' && box.end - box.payload >= 8)
    .map((box) => ({ width: bytes.readUInt32BE(box.payload), height: bytes.readUInt32BE(box.payload + 4) }));
  sizes.sort((a, b) => b.width * b.height - a.width * a.height);
  return sizes[0] ?? null;
}

/** The first embedded ICC profile, or null. */
export function heifProfile(bytes: Buffer): Buffer | null {
  const box = heifBoxes(bytes).find(
    ({ type, payload, end }) =>
      type === 'colr' && end - payload > 4 && ['prof', 'rICC'].includes(bytes.toString('latin1', payload, payload + 4)),
  );
  return box === undefined ? null : bytes.subarray(box.payload + 4, box.end);
}
