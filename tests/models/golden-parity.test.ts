import { readFile } from 'node:fs/promises';
import path from 'node:path';
import ort from 'onnxruntime-node';
import { describe, expect, it } from 'vitest';
import { goldenInput } from '../../models/build/golden-input.ts';
import { openModel } from '../../src/inference/open-model.ts';

type Golden = Readonly<Record<string, Float32Array>>;

/** What the published TensorFlow.js model answered, as `npm run models:build` recorded it. */
async function readGolden(name: string): Promise<Golden> {
  const text = await readFile(path.join(import.meta.dirname, 'golden', `${name}.json`), 'utf8');
  const outputs = Object.entries(JSON.parse(text) as Record<string, string>);
  return Object.fromEntries(
    outputs.map(([output, base64]) => [
      output,
      new Float32Array(Uint8Array.from(Buffer.from(base64, 'base64')).buffer),
    ]),
  );
}

function largestDifference(actual: Float32Array, expected: Float32Array): number {
  expect(actual.length).toBe(expected.length);
  return actual.reduce((largest, value, i) => Math.max(largest, Math.abs(value - expected[i]!)), 0);
}

async function runOn(id: string, image: Float32Array, shape: readonly number[]): Promise<Golden> {
  const model = await openModel(id);
  const results = await model.run({ image: new ort.Tensor('float32', image, shape) });
  await model.release();
  return Object.fromEntries(Object.entries(results).map(([name, tensor]) => [name, tensor.data as Float32Array]));
}

describe('the nets converted from TensorFlow.js agree with it', () => {
  it.each(['nsfw_mobilenetv2', 'nsfw_mobilenetv2_heads'])('%s: features and classes', async (id) => {
    const golden = await readGolden(id);
    const found = await runOn(id, await goldenInput(224, 224), [1, 224, 224, 3]);
    expect(Math.max(...golden.features!)).toBeGreaterThan(1);
    expect(largestDifference(found.features!, golden.features!)).toBeLessThan(1e-3);
    expect(largestDifference(found.classes!, golden.classes!)).toBeLessThan(1e-3);
  });

  it('nsfw_mobilenetv2: a picture answers the same in a batch', async () => {
    const image = await goldenInput(224, 224);
    const [alone, both] = await Promise.all([
      runOn('nsfw_mobilenetv2', image, [1, 224, 224, 3]),
      runOn('nsfw_mobilenetv2', Float32Array.from([...image.map((value) => 255 - value), ...image]), [2, 224, 224, 3]),
    ]);
    expect(largestDifference(both.features!.slice(1792), alone.features!)).toBeLessThan(1e-3);
    expect(largestDifference(both.features!.slice(0, 1792), alone.features!)).toBeGreaterThan(0.1);
  });

  it.each([
    [256, 256],
    [256, 192],
  ])('movenet_multipose: people at %i x %i', async (width, height) => {
    const { people: expected } = await readGolden(`movenet_multipose-${width}x${height}`);
    const image = (await goldenInput(width, height)).map(Math.round);
    const { people: found } = await runOn('movenet_multipose', image, [1, height, width, 3]);
    const scores = Array.from({ length: 6 }, (_, person) => expected![person * 56 + 55]!);
    expect(scores.filter((score) => score > 0.3).length).toBeGreaterThanOrEqual(3);
    expect(largestDifference(found!, expected!)).toBeLessThan(1e-3);
  });

  it('faceboxes: raw answers of the first layer, from planes', async () => {
    const golden = await readGolden('faceboxes');
    const [width, height] = [384, 256];
    const interleaved = (await goldenInput(width, height)).map(Math.round);
    const planes = Float32Array.from({ length: interleaved.length }, (_, at) => {
      const pixels = width * height;
      return interleaved[(at % pixels) * 3 + Math.floor(at / pixels)]!;
    });
    const found = await runOn('faceboxes', planes, [1, 3, height, width]);
    const margins = Array.from({ length: golden.cls_32!.length / 2 }, (_, at) => {
      return golden.cls_32![at * 2 + 1]! - golden.cls_32![at * 2]!;
    });
    expect(Math.max(...margins)).toBeGreaterThan(0);
    expect(largestDifference(found.cls_32!, golden.cls_32!)).toBeLessThan(1e-3);
    expect(largestDifference(found.bbox_32!, golden.bbox_32!)).toBeLessThan(1e-3);
  });
});
