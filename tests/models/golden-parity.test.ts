import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { ort } from '../../src/inference/onnx-runtime.ts';
import { describe, expect, it } from 'vitest';
import { goldenInput } from '../../models/build/golden-input.ts';
import { planesOf } from '../../models/build/planes-of.ts';
import { openUltraFace } from '../../src/detectors/faces/open-ultraface.ts';
import { openModel } from '../../src/inference/open-model.ts';

type Golden = Readonly<Record<string, Float32Array>>;

/** What the published model answered, as `npm run models:build` recorded it. */
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

async function runOn(id: string, values: Float32Array, shape: readonly number[], input = 'image'): Promise<Golden> {
  const model = await openModel(id);
  const results = await model.run({ [input]: new ort.Tensor('float32', values, shape) });
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
    const planes = planesOf(interleaved).map((value) => value / 127.5 - 1);
    const found = await runOn('faceboxes', planes, [1, 3, height, width]);
    const margins = Array.from({ length: golden.cls_32!.length / 2 }, (_, at) => {
      return golden.cls_32![at * 2 + 1]! - golden.cls_32![at * 2]!;
    });
    expect(Math.max(...margins)).toBeGreaterThan(0);
    expect(largestDifference(found.cls_32!, golden.cls_32!)).toBeLessThan(1e-3);
    expect(largestDifference(found.bbox_32!, golden.bbox_32!)).toBeLessThan(1e-3);
  });
});

describe('the nets changed at build time agree with the published ones', () => {
  const centred = (colours: Float32Array): Float32Array => planesOf(colours).map((value) => (value - 127) / 128);

  it('fr_detect: the same rows, and boxes from its raw answers', async () => {
    const golden = await readGolden('fr_detect');
    const [width, height] = [320, 240];
    const colours = (await goldenInput(width, height)).map(Math.round);
    const { scores } = await runOn('fr_detect', centred(colours), [1, 3, height, width], 'input');
    const sure = Array.from({ length: scores!.length / 2 }, (_, row) => row).filter(
      (row) => scores![row * 2 + 1]! > 0.3,
    );
    expect(sure).toEqual([...golden.rows!]);
    expect(sure.length).toBeGreaterThan(4);
    sure.forEach((row, at) => {
      expect(scores![row * 2 + 1]).toBeCloseTo(golden.scores![at]!, 4);
    });

    const raster = { width, height, data: Uint8Array.from(colours) };
    const found = await (await openUltraFace()).detect(raster, { zoom: 1, leastScore: 0.3 });
    expect(found).toHaveLength(sure.length);
    found.forEach(({ box }, at) => {
      const [left, top, right, bottom] = golden.boxes!.subarray(at * 4, at * 4 + 4) as unknown as number[];
      expect(box.x).toBeCloseTo(left! * width, 1);
      expect(box.width).toBeCloseTo((right! - left!) * width, 1);
      expect(box.height).toBeCloseTo((bottom! - top!) * height, 1);
      // The coarse layers' rows lie otherwise in a picture whose height is no multiple of theirs.
      if (golden.rows![at]! < 4200) expect(box.y).toBeCloseTo(top! * height, 1);
    });
  });

  it('fr_feature: the same description', async () => {
    const golden = await readGolden('fr_feature');
    const colours = (await goldenInput(112, 112)).map(Math.round);
    const { output } = await runOn('fr_feature', centred(colours), [1, 3, 112, 112], 'input');
    const longest = Math.max(...golden.output!.map(Math.abs));
    expect(largestDifference(output!, golden.output!)).toBeLessThan(longest * 1e-4);
  });
});
