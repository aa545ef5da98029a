import { huffmanTables, type HuffmanTable } from './jpeg-tables.ts';

/** For every 16 next bits: length of the code they start with << 8 | its symbol; 0 where no code fits. */
function lookupOf(table: HuffmanTable): Uint16Array {
  const lookup = new Uint16Array(65536);
  let code = 0;
  let rank = 0;
  for (let length = 1; length <= 16; length++) {
    for (let i = 0; i < table.counts[length - 1]!; i++) {
      const first = code << (16 - length);
      lookup.fill((length << 8) | table.symbols[rank]!, first, first + (1 << (16 - length)));
      code++;
      rank++;
    }
    code <<= 1;
  }
  return lookup;
}

const [dcLuminance, acLuminance, dcChrominance, acChrominance] = huffmanTables.map(lookupOf) as [
  Uint16Array,
  Uint16Array,
  Uint16Array,
  Uint16Array,
];

/** Reads bits of a JPEG scan, taking out the zero that follows each 0xff. Past the end it gives ones. */
class ScanBits {
  private held = 0;
  private heldBits = 0;
  private at: number;
  private readonly bytes: Buffer;
  /** Set when a 0xff is followed by anything but 0: a marker, and the end of the scan. */
  ended = false;
  /** Bits handed out that were not in the file. */
  private inventedBits = 0;

  constructor(bytes: Buffer, at: number) {
    this.bytes = bytes;
    this.at = at;
  }

  private nextByte(): number {
    const byte = this.bytes[this.at];
    if (byte === undefined || (byte === 0xff && this.bytes[this.at + 1] !== 0)) {
      this.ended = true;
      this.inventedBits += 8;
      return 0xff;
    }
    this.at += byte === 0xff ? 2 : 1;
    return byte;
  }

  /** The next 16 bits, without taking them. */
  peek(): number {
    while (this.heldBits < 16) {
      this.held = ((this.held << 8) | this.nextByte()) >>> 0;
      this.heldBits += 8;
    }
    return (this.held >>> (this.heldBits - 16)) & 0xffff;
  }

  take(count: number): void {
    this.peek();
    this.heldBits -= count;
    this.held &= (1 << this.heldBits) - 1;
  }

  /** Where the next marker must stand, or -1 when bits are left over, missing, or the padding is not all ones. */
  endOfScan(): number {
    this.peek();
    const realBits = this.heldBits - this.inventedBits;
    const paddingIsOnes = this.held === (1 << this.heldBits) - 1;
    return this.ended && realBits >= 0 && realBits < 8 && paddingIsOnes ? this.at : -1;
  }
}

function walkBlock(bits: ScanBits, dc: Uint16Array, ac: Uint16Array): boolean {
  const dcEntry = dc[bits.peek()]!;
  if (dcEntry === 0) return false;
  bits.take(dcEntry >> 8);
  bits.take(dcEntry & 15);
  for (let index = 1; index < 64; index++) {
    const entry = ac[bits.peek()]!;
    if (entry === 0) return false;
    bits.take(entry >> 8);
    const symbol = entry & 255;
    const size = symbol & 15;
    if (size === 0 && symbol !== 0xf0) return symbol === 0;
    bits.take(size);
    index += symbol >> 4;
    if (index > 63) return false;
  }
  return true;
}

function walkUnit(bits: ScanBits): boolean {
  for (let i = 0; i < 4; i++) if (!walkBlock(bits, dcLuminance, acLuminance)) return false;
  return walkBlock(bits, dcChrominance, acChrominance) && walkBlock(bits, dcChrominance, acChrominance);
}

/**
 * Walks the compressed pixels of a clean copy (4:2:0, annex K tables) symbol by symbol and says where they end: the
 * offset of the marker behind the last unit's padding. -1 when a code is unknown, a unit is missing, or anything lies
 * between the last unit and the marker, so that nothing can hide there.
 */
export function walkScan(bytes: Buffer, start: number, width: number, height: number): number {
  const units = Math.ceil(width / 16) * Math.ceil(height / 16);
  const bits = new ScanBits(bytes, start);
  for (let unit = 0; unit < units; unit++) if (!walkUnit(bits)) return -1;
  return bits.endOfScan();
}
