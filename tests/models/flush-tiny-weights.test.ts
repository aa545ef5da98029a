import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { ort } from '../../src/inference/onnx-runtime.ts';
import { describe, expect, it } from 'vitest';
import { flushTinyWeights } from '../../models/build/flush-tiny-weights.ts';
import { modelsFolder } from '../../src/inference/manifest.ts';

/** A model of one initializer, written by hand: ModelProto { graph { initializer { dims, data_type, raw_data } } }. */
function modelOf(dataType: number, floats: readonly number[]): Uint8Array {
  const raw = new Uint8Array(Float32Array.from(floats).buffer);
  const tensor = [0x08, floats.length, 0x10, dataType, 0x4a, raw.length, ...raw];
  const graph = [0x2a, tensor.length, ...tensor];
  return Uint8Array.from([0x08, 8, 0x3a, graph.length, ...graph]);
}

function floatsOf(model: Uint8Array, count: number): number[] {
  return [...new Float32Array(model.slice(-count * 4).buffer)];
}

describe('flushTinyWeights', () => {
  it('sets vanishing weights to nought and keeps the others to the bit', () => {
    const model = modelOf(1, [0.5, 1e-20, -1e-40, -0.25, 1e-10]);
    expect(floatsOf(flushTinyWeights(model), 5)).toEqual([...Float32Array.from([0.5, 0, 0, -0.25, 1e-10])]);
  });

  it('leaves tensors of other types and the bytes it was given alone', () => {
    const integers = modelOf(7, [1e-40, 1e-40]);
    expect(flushTinyWeights(integers)).toEqual(integers);
    const model = modelOf(1, [1e-40]);
    const before = Uint8Array.from(model);
    flushTinyWeights(model);
    expect(model).toEqual(before);
  });

  it('has been applied to the shipped description net, which still gives a vector', async () => {
    const bytes = await readFile(path.join(modelsFolder, 'fr_feature.onnx'));
    expect(Buffer.compare(flushTinyWeights(bytes), bytes)).toBe(0);
    const session = await ort.InferenceSession.create(bytes, { intraOpNumThreads: 1, logSeverityLevel: 3 });
    const pixels = Float32Array.from({ length: 3 * 112 * 112 }, (_, at) => Math.sin(at / 50) / 2);
    const { output } = await session.run({ input: new ort.Tensor('float32', pixels, [1, 3, 112, 112]) });
    expect(output!.data).toHaveLength(512);
    expect(Math.hypot(...(output!.data as Float32Array))).toBeGreaterThan(1);
    await session.release();
  });
});
