import { ort } from '../../inference/onnx-runtime.ts';
import type { Model } from '../../inference/open-model.ts';
import type { Raster } from '../../lib/raster.ts';

const [width, height] = [192, 48];

/** Probability that a strip of text, 48 pixels high, stands on its head. Looks at its first 192 pixels. */
export async function upsideDown(model: Model, strip: Raster): Promise<number> {
  const plane = width * height;
  const values = new Float32Array(3 * plane);
  const columns = Math.min(width, strip.width);
  for (let channel = 0; channel < 3; channel += 1) {
    for (let y = 0; y < height; y += 1) {
      for (let x = 0; x < columns; x += 1) {
        const from = (y * strip.width + x) * 3 + (2 - channel);
        values[channel * plane + y * width + x] = strip.data[from]! / 127.5 - 1;
      }
    }
  }
  const output = Object.values(await model.run({ x: new ort.Tensor('float32', values, [1, 3, height, width]) }))[0]!;
  return (output.data as Float32Array)[1]!;
}
