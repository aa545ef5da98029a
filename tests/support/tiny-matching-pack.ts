import { createHash } from 'node:crypto';
import { ModelWriter } from '../../models/build/onnx/model-writer.ts';
import type { PackMeasurement } from '../../src/detectors/match/pack-measurement.ts';
import { readEmbedderModel } from '../../src/detectors/match/read-embedder-model.ts';
import type { ModelPack } from '../../src/inference/packs/model-packs.ts';
import { measuredMatching } from '../../src/policy/words/measured-matching.ts';

const [cells, channels] = [7, 3];

/**
 * A net with SFace's shapes that describes a face by its colours in 49 parts, each less the mean of the face, handed on as
 * `length` numbers by a fixed matrix: the same face gives the same numbers, its mirror image others.
 */
export function tinySFace(length = 128): Uint8Array {
  const writer = new ModelWriter();
  const face = writer.input('data', 'float32', [1, 3, 112, 112]);
  const pool = { kernel_shape: [112 / cells, 112 / cells], strides: [112 / cells, 112 / cells] };
  const parts = writer.node('AveragePool', [face], pool);
  const mean = writer.node('ReduceMean', [parts], { axes: [2, 3], keepdims: 1 });
  const row = writer.node('Reshape', [writer.node('Sub', [parts, mean]), writer.integers([1, -1])]);
  const seen = cells * cells * channels;
  const mix = Array.from({ length: seen * length }, (_, at) => Math.sin(at * 12.9898));
  writer.node('MatMul', [row, writer.floats(mix, [seen, length])], {}, 'fc1');
  writer.output('fc1', 'float32', [1, length]);
  return writer.encode('tiny stand-in with the shapes of SFace');
}

/** A pack for those bytes under the name of SFace. */
export function matchingPackWith(bytes: Uint8Array): ModelPack {
  return {
    id: 'sface-2021dec',
    job: 'matching',
    file: 'tiny-matching.onnx',
    address: 'http://127.0.0.1:9/none',
    sha256: createHash('sha256').update(bytes).digest('hex'),
    bytes: bytes.byteLength,
    licence: 'Apache-2.0',
    author: 'this test',
    notes: [],
  };
}

/**
 * What could have been measured of that pack beside the shipped nets: the words begin as they do, and a quarter of all
 * photos of a pupil are missed. The pack counts for `pack`, by default hardly at all.
 */
export async function measurementOf(
  { id, sha256 }: ModelPack,
  weights: PackMeasurement['weights'] = { shipped: 1, pack: 0.01 },
): Promise<PackMeasurement> {
  const { words, scales, errors } = measuredMatching;
  const missed = { share: 0.25, from: 0.2, to: 0.3 };
  return {
    ...{ pack: id, sha256, beside: await readEmbedderModel(), weights, words, scales, shippedErrors: errors },
    errors: errors.map((one) => ({ ...one, possible: { ...one.possible, missed } })),
  };
}
