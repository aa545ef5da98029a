import { createHash } from 'node:crypto';
import { ModelWriter } from '../../models/build/onnx/model-writer.ts';
import type { ModelPack } from '../../src/inference/packs/model-packs.ts';

/**
 * A net with YuNet's inputs and outputs that takes every bright cell for a face: `cls` and `obj` are the mean brightness of
 * the cell, `bbox` is centred in it and twice its side. Drawn pictures with white squares are its photos.
 */
export function tinyYuNet(): Uint8Array {
  const writer = new ModelWriter();
  const image = writer.input('input', 'float32', [1, 3, 'height', 'width']);
  const grey = writer.node('ReduceMean', [image], { axes: [1], keepdims: 1 });
  const light = writer.node('Div', [grey, writer.floats([255], [])]);
  for (const stride of [8, 16, 32]) {
    const attributes = { kernel_shape: [stride, stride], strides: [stride, stride] };
    const cells = writer.node('AveragePool', [light], attributes);
    const rows = writer.node('Reshape', [cells, writer.integers([1, -1, 1])]);
    writer.node('Identity', [rows], {}, `cls_${stride}`);
    writer.node('Identity', [rows], {}, `obj_${stride}`);
    const nothing = writer.node('Mul', [rows, writer.floats([0], [])]);
    const four = writer.node('Concat', [nothing, nothing, nothing, nothing], { axis: 2 });
    const box = writer.floats([0.5, 0.5, Math.log(2), Math.log(2)], [1, 1, 4]);
    writer.node('Add', [four, box], {}, `bbox_${stride}`);
    for (const [name, columns] of [
      ['cls', 1],
      ['obj', 1],
      ['bbox', 4],
    ] as const) {
      writer.output(`${name}_${stride}`, 'float32', [1, `cells_${stride}`, columns]);
    }
  }
  return writer.encode('tiny stand-in with the shapes of YuNet');
}

/** A pack for those bytes, published at `address`. */
export function packOf(bytes: Uint8Array, address = 'http://127.0.0.1:9/none'): ModelPack {
  return {
    id: 'yunet-2026may',
    job: 'detection',
    file: 'tiny.onnx',
    address,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    bytes: bytes.byteLength,
    licence: 'MIT',
    author: 'this test',
    notes: [],
  };
}
