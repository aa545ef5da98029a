import type { Raster } from '../../lib/raster.ts';
import type { PatchTransform } from './patch-transform.ts';
import type { PixelScaling } from './sample-patch.ts';

/** Whether a patch is the photo as it stands, enlarged: neither turned nor made smaller. */
export function isStretch({ a, b, c, d }: PatchTransform): boolean {
  return b === 0 && c === 0 && a > 0 && a <= 1 && d > 0 && d <= 1;
}

/** Where the pixels of one side lie: the nearer and the further neighbour, and the further one's weight in 256ths. */
interface Places {
  /** First and last + 1 of those that lie in the photo. */
  readonly first: number;
  readonly end: number;
  readonly near: Int32Array;
  readonly far: Int32Array;
  readonly weight: Int32Array;
}

/** `apart` is how many numbers lie from one neighbour to the next. */
function placesAlong(step: number, shift: number, count: number, length: number, apart: number): Places {
  const [near, far, weight] = [new Int32Array(count), new Int32Array(count), new Int32Array(count)];
  let [first, end] = [count, 0];
  for (let at = 0; at < count; at++) {
    const place = (at + 0.5) * step + shift - 0.5;
    if (place < -0.5 || place > length - 0.5) continue;
    first = Math.min(first, at);
    end = at + 1;
    const whole = Math.max(0, Math.floor(place));
    near[at] = Math.min(whole, length - 1) * apart;
    far[at] = Math.min(whole + 1, length - 1) * apart;
    weight[at] = Math.round(Math.max(0, place - whole) * 256);
  }
  return { first, end, near, far, weight };
}

/**
 * What samplePatch gives for an enlarged photo, several times as fast: each row is stretched once, and rows are then
 * mixed.
 */
export function stretchPatch(
  { width, height, data }: Raster,
  { a, d, tx, ty }: PatchTransform,
  size: { readonly width: number; readonly height: number },
  { mean, scale, fill }: PixelScaling,
  out: Float32Array,
): void {
  const plane = size.width * size.height;
  const columns = placesAlong(a, tx, size.width, width, 3);
  const rows = placesAlong(d, ty, size.height, height, 1);
  for (const channel of [0, 1, 2] as const) {
    const [shift, factor] = [mean[channel] * 65536, scale[channel] / 65536];
    out.fill((fill * 65536 - shift) * factor, channel * plane, (channel + 1) * plane);
    let line = { row: -1, colours: new Int32Array(size.width) };
    let next = { row: -1, colours: new Int32Array(size.width) };
    for (let row = rows.first; row < rows.end; row++) {
      const [near, far] = [rows.near[row]!, rows.far[row]!];
      if (next.row === near) [line, next] = [next, line];
      for (const [wanted, held] of [
        [near, line],
        [far, next],
      ] as const) {
        if (held.row !== wanted) stretchRow(data, wanted * width * 3 + channel, columns, held.colours);
        held.row = wanted;
      }
      mixRows(
        line.colours,
        next.colours,
        rows.weight[row]!,
        { shift, factor },
        columns,
        out,
        channel * plane + row * size.width,
      );
    }
  }
}

/** One colour of one row of the photo, times 256. */
function stretchRow(
  data: Uint8Array,
  start: number,
  { first, end, near, far, weight }: Places,
  into: Int32Array,
): void {
  for (let column = first; column < end; column++) {
    const left = data[start + near[column]!]!;
    into[column] = (left << 8) + (data[start + far[column]!]! - left) * weight[column]!;
  }
}

function mixRows(
  upper: Int32Array,
  lower: Int32Array,
  weight: number,
  { shift, factor }: { readonly shift: number; readonly factor: number },
  { first, end }: Places,
  out: Float32Array,
  start: number,
): void {
  for (let column = first; column < end; column++) {
    const above = upper[column]!;
    out[start + column] = ((above << 8) + (lower[column]! - above) * weight - shift) * factor;
  }
}
