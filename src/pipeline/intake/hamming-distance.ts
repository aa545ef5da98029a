/** Set bits of a 32-bit number, counted in pairs, fours and eights. After Warren, "Hacker's Delight", 2002, section 5-1. */
function bitsOf(number: number): number {
  const pairs = number - ((number >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

const halfOf = (hash: string, at: 0 | 8): number => Number.parseInt(hash.slice(at, at + 8), 16);

/** How many of 64 bits two perceptual hashes differ in, 0 to 64. Throws a RangeError unless both have 16 hex digits. */
export function hammingDistance(a: string, b: string): number {
  for (const hash of [a, b]) if (!/^[0-9a-f]{16}$/.test(hash)) throw new RangeError('a hash has 16 hex digits');
  return bitsOf(halfOf(a, 0) ^ halfOf(b, 0)) + bitsOf(halfOf(a, 8) ^ halfOf(b, 8));
}
