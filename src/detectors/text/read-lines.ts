import { ort } from '../../inference/onnx-runtime.ts';
import type { Model } from '../../inference/open-model.ts';
import type { Raster } from '../../lib/raster.ts';
import { decodeCtc, type Reading } from './decode-ctc.ts';
import type { Alphabet } from './read-alphabet.ts';

/** Height in pixels of the strips the recognition net reads. */
export const stripHeightPx = 48;
/** Strips are made up to whole multiples of this, so that strips of like width share a call. */
const bucketPx = 32;
const leastWidthPx = 96;
const mostInBatch = 6;

const bucketOf = (strip: Raster): number => Math.max(leastWidthPx, Math.ceil(strip.width / bucketPx) * bucketPx);

function fill(values: Float32Array, index: number, strip: Raster, width: number): void {
  const plane = stripHeightPx * width;
  for (let channel = 0; channel < 3; channel += 1) {
    for (let y = 0; y < stripHeightPx; y += 1) {
      let from = y * strip.width * 3 + (2 - channel);
      let to = (index * 3 + channel) * plane + y * width;
      for (let x = 0; x < strip.width; x += 1, from += 3, to += 1) values[to] = strip.data[from]! / 127.5 - 1;
    }
  }
}

async function readBatch(model: Model, strips: readonly Raster[], alphabet: Alphabet): Promise<Reading[]> {
  const width = bucketOf(strips[0]!);
  const values = new Float32Array(strips.length * 3 * stripHeightPx * width);
  strips.forEach((strip, index) => {
    fill(values, index, strip, width);
  });
  const output = Object.values(
    await model.run({ x: new ort.Tensor('float32', values, [strips.length, 3, stripHeightPx, width]) }),
  )[0]!;
  const steps = output.dims[1]!;
  const all = output.data as Float32Array;
  const size = steps * alphabet.characters.length;
  return strips.map((_, index) => decodeCtc(all.subarray(index * size, (index + 1) * size), steps, alphabet));
}

/** Reads straightened strips, each `stripHeightPx` high, in batches of equal width. Answers in the order given. */
export async function readLines(
  model: Model,
  strips: readonly Raster[],
  alphabet: Alphabet,
  signal: AbortSignal,
): Promise<Reading[]> {
  const readings: Reading[] = strips.map(() => ({ text: '', score: 0 }));
  const buckets = new Map<number, number[]>();
  strips.forEach((strip, index) => {
    const width = bucketOf(strip);
    buckets.set(width, [...(buckets.get(width) ?? []), index]);
  });
  for (const indices of buckets.values()) {
    for (let start = 0; start < indices.length; start += mostInBatch) {
      signal.throwIfAborted();
      const some = indices.slice(start, start + mostInBatch);
      const read = await readBatch(
        model,
        some.map((index) => strips[index]!),
        alphabet,
      );
      some.forEach((index, i) => {
        readings[index] = read[i]!;
      });
    }
  }
  return readings;
}
