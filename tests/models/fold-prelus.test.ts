import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { foldPrelus } from '../../models/build/onnx/fold-prelus.ts';
import { constantNode, Graph } from '../../models/build/onnx/graph.ts';
import { ModelWriter } from '../../models/build/onnx/model-writer.ts';
import { modelsFolder } from '../../src/inference/manifest.ts';
import {
  channels,
  side,
  numbers,
  constant,
  conv,
  foldedOperators,
  graphOf,
  node,
  operatorsOf,
  scalar,
} from './small-graph.ts';

const weights = constant('w', [channels, channels, 3, 3], 1);

describe('spelling out PRelu', () => {
  it('behind a convolution becomes what convolutions do, for slopes below nought and above one as well', async () => {
    const slopes = constantNode('s', { shape: [channels, 1, 1], values: Float32Array.of(0, 0.25, 1, -1.4, 1.3) });
    const graph = graphOf(weights, slopes, conv('x', 'w', 'c', 3), node('PRelu', ['c', 's'], 'y'));
    expect(await foldedOperators(graph, foldPrelus)).toEqual(['Conv', 'Conv', 'Relu', 'Conv', 'Add']);
  });

  it('reads slopes that stand beside the nodes, and drops them when nobody reads them any more', async () => {
    const writer = new ModelWriter();
    const x = writer.input('x', 'float32', [1, channels, side, side]);
    const sums = writer.node('Conv', [
      x,
      writer.floats([...numbers(channels * channels, 1)], [channels, channels, 1, 1]),
    ]);
    const slopes = writer.floats([0.1, -0.2, 0.3, 2, 1], [channels, 1, 1]);
    writer.node('PRelu', [sums, slopes], {}, 'y');
    writer.output('y', 'float32', [1, channels, side, side]);
    const graph = new Graph(writer.encode('slopes beside'));
    expect([...graph.floats(slopes)!.values]).toHaveLength(channels);
    expect(graph.floats('x')).toBeNull();
    expect(await foldedOperators(graph, foldPrelus)).toEqual(['Conv', 'Conv', 'Relu', 'Conv', 'Add']);
    expect(new Graph(graph.encode()).floats(slopes)).toBeNull();
  });

  it('leaves alone what has one slope for all channels, or stands behind something else', async () => {
    const one = graphOf(weights, scalar('s', 0.1), conv('x', 'w', 'c', 3), node('PRelu', ['c', 's'], 'y'));
    expect(await foldedOperators(one, foldPrelus)).toEqual(['Conv', 'PRelu']);
    const alone = graphOf(constant('s', [channels, 1, 1], 2), node('PRelu', ['x', 's'], 'y'));
    expect(await foldedOperators(alone, foldPrelus)).toEqual(['PRelu']);
  });

  it('has left none in fr_feature', async () => {
    const graph = new Graph(await readFile(path.join(modelsFolder, 'fr_feature.onnx')));
    expect(operatorsOf(graph)).not.toContain('PRelu');
    expect(operatorsOf(graph).filter((operator) => operator === 'Relu')).toHaveLength(33);
  });
});
