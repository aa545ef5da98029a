import type { Raster } from '../../lib/raster.ts';

/** About this many pixels are looked at, whatever the size. */
const samples = 4096;
/** Pixels of like light are compared with each other; this many steps of light. */
const steps = 64;
/** So many levels of 255 a tint may stray, for what compression does to it, and so few pixels may stray further. */
const [mostStray, mostStraying] = [25, 0.02];

interface Tints {
  readonly warm: number[];
  readonly cold: number[];
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1]!;

/** How many pixels of like light have another tint than most. */
function countStraying({ warm, cold }: Tints): number {
  if (warm.length === 0) return 0;
  const [usualWarm, usualCold] = [median(warm), median(cold)];
  return warm.filter((value, at) => Math.abs(value - usualWarm) + Math.abs(cold[at]! - usualCold) > mostStray).length;
}

/**
 * Whether a picture is black and white, sepia or printed in one other ink: all over it, pixels of like light have like
 * tint. So is a picture of one colour.
 */
export function hasOneInk({ width, height, data }: Raster): boolean {
  const pixels = width * height;
  const stride = Math.max(1, Math.floor(pixels / samples));
  const byLight = Array.from({ length: steps }, (): Tints => ({ warm: [], cold: [] }));
  for (let pixel = 0; pixel < pixels; pixel += stride) {
    const [red, green, blue] = [data[pixel * 3]!, data[pixel * 3 + 1]!, data[pixel * 3 + 2]!];
    const { warm, cold } = byLight[Math.floor(((red + green + blue) / 766) * steps)]!;
    warm.push(red - green);
    cold.push(blue - green);
  }
  const straying = byLight.reduce((sum, tints) => sum + countStraying(tints), 0);
  return straying <= Math.ceil(pixels / stride) * mostStraying;
}
