/** How many of 64 bits two perceptual hashes differ in, 0 to 64. Throws a RangeError unless both have 16 hex digits. */
export function hammingDistance(a: string, b: string): number {
  for (const hash of [a, b]) if (!/^[0-9a-f]{16}$/.test(hash)) throw new RangeError('a hash has 16 hex digits');
  let different = BigInt(`0x${a}`) ^ BigInt(`0x${b}`);
  let count = 0;
  for (; different > 0n; different &= different - 1n) count++;
  return count;
}
