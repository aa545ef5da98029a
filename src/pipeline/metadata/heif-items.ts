import type { HeifBox } from '../decode/heif-boxes.ts';

/** One item of a HEIF file, its extents joined. */
export interface HeifItem {
  readonly type: string;
  readonly name: string;
  readonly contentType: string;
  readonly content: Buffer;
}

interface ItemEntry {
  readonly id: number;
  readonly type: string;
  readonly name: string;
  readonly contentType: string;
}

interface Location {
  readonly inItemData: boolean;
  readonly extents: readonly (readonly [offset: number, length: number])[];
}

function readZeroEnded(bytes: Buffer, at: number, end: number): [text: string, next: number] {
  const found = bytes.indexOf(0, at);
  const stop = found < 0 || found >= end ? end : found;
  return [bytes.toString('utf8', Math.min(at, stop), stop), stop + 1];
}

function readEntry(bytes: Buffer, box: HeifBox): ItemEntry {
  const version = bytes[box.payload - 4]!;
  const idBytes = version >= 3 ? 4 : 2;
  const typeAt = box.payload + idBytes + 2;
  const [name, next] = readZeroEnded(bytes, typeAt + 4, box.end);
  const [contentType] = readZeroEnded(bytes, next, box.end);
  const id = bytes.readUIntBE(box.payload, idBytes);
  return { id, type: bytes.toString('latin1', typeAt, typeAt + 4), name, contentType };
}

/** Reads numbers one behind the other; past the end it throws the RangeError of Buffer. */
class Cursor {
  private readonly bytes: Buffer;
  private at: number;
  constructor(bytes: Buffer, at: number) {
    this.bytes = bytes;
    this.at = at;
  }
  next(size: number): number {
    if (size === 0) return 0;
    const value = size === 8 ? Number(this.bytes.readBigUInt64BE(this.at)) : this.bytes.readUIntBE(this.at, size);
    this.at += size;
    return value;
  }
}

function readLocations(bytes: Buffer, box: HeifBox): Map<number, Location> {
  const version = bytes[box.payload - 4]!;
  const cursor = new Cursor(bytes.subarray(0, box.end), box.payload);
  const [offsetAndLength, baseAndIndex] = [cursor.next(1), cursor.next(1)];
  const [offsetBytes, lengthBytes, baseBytes] = [offsetAndLength >> 4, offsetAndLength & 15, baseAndIndex >> 4];
  const indexBytes = version > 0 ? baseAndIndex & 15 : 0;
  const count = cursor.next(version < 2 ? 2 : 4);
  const locations = new Map<number, Location>();
  for (let item = 0; item < count; item++) {
    const id = cursor.next(version < 2 ? 2 : 4);
    const method = version > 0 ? cursor.next(2) & 15 : 0;
    cursor.next(2);
    const base = cursor.next(baseBytes);
    const extents: (readonly [number, number])[] = [];
    for (let left = cursor.next(2); left > 0; left--) {
      cursor.next(indexBytes);
      const offset = base + cursor.next(offsetBytes);
      extents.push([offset, cursor.next(lengthBytes)]);
    }
    locations.set(id, { inItemData: method === 1, extents });
  }
  return locations;
}

/** All items a HEIF file lists, each with its bytes; none when the lists are missing. Throws when they are damaged. */
export function heifItems(bytes: Buffer, boxes: readonly HeifBox[]): HeifItem[] {
  const place = boxes.find((box) => box.type === 'iloc');
  const list = boxes.find((box) => box.type === 'iinf');
  if (place === undefined || list === undefined) return [];
  const locations = readLocations(bytes, place);
  const itemData = boxes.find((box) => box.type === 'idat');
  // All items together cannot be longer than the file, unless somebody points many items at the same bytes.
  let budgetBytes = bytes.length;
  return itemBoxes(bytes, list).map((box) => {
    const entry = readEntry(bytes, box);
    const location = locations.get(entry.id);
    const start = location?.inItemData === true ? (itemData?.payload ?? 0) : 0;
    const parts = (location?.extents ?? []).map(([offset, length]) =>
      bytes.subarray(start + offset, start + offset + length),
    );
    budgetBytes -= parts.reduce((sum, part) => sum + part.length, 0);
    return { ...entry, content: budgetBytes < 0 ? Buffer.alloc(0) : Buffer.concat(parts) };
  });
}

function itemBoxes(bytes: Buffer, list: HeifBox): HeifBox[] {
  const boxes: HeifBox[] = [];
  const countBytes = bytes[list.payload - 4] === 0 ? 2 : 4;
  for (let at = list.payload + countBytes; at + 20 <= list.end;) {
    const size = bytes.readUInt32BE(at);
    if (size < 12 || at + size > list.end) break;
    boxes.push({ type: bytes.toString('latin1', at + 4, at + 8), start: at, payload: at + 12, end: at + size });
    at += size;
  }
  return boxes.filter((box) => box.type === 'infe');
}
