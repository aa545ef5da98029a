import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { foldGates } from '../../models/build/onnx/fold-gates.ts';
import { foldScalars } from '../../models/build/onnx/fold-scalars.ts';
import { Graph, type GraphNode } from '../../models/build/onnx/graph.ts';
import { modelsFolder } from '../../src/inference/manifest.ts';
import {
  channels,
  constant,
  conv,
  foldedOperators as foldedBy,
  graphOf,
  node,
  operatorsOf,
  scalar,
} from './small-graph.ts';

const foldedOperators = (graph: Graph, fold = foldScalars): Promise<string[]> => foldedBy(graph, fold);

const weights = (name: string, kernel: number, seed: number): GraphNode =>
  constant(name, [channels, channels, kernel, kernel], seed);

describe('folding single constants into convolutions', () => {
  it('takes what follows a convolution into it, with a bias and without', async () => {
    const graph = graphOf(
      weights('w', 3, 1),
      constant('b', [channels], 2),
      weights('v', 3, 4),
      ...[scalar('two', 2), scalar('three', -3), scalar('four', 4)],
      conv('x', 'w', 'c', 3, 'b'),
      node('Mul', ['two', 'c'], 'm'),
      node('Add', ['m', 'three'], 'a'),
      conv('a', 'v', 'd', 3),
      node('Div', ['d', 'four'], 'y'),
    );
    expect(await foldedOperators(graph)).toEqual(['Conv', 'Conv']);
  });

  it('takes what precedes a convolution without a border into it', async () => {
    const graph = graphOf(
      weights('w', 1, 1),
      ...[scalar('two', 2), scalar('three', -3)],
      node('Relu', ['x'], 'r'),
      node('Mul', ['r', 'two'], 'm'),
      node('Add', ['m', 'three'], 'a'),
      conv('a', 'w', 'y', 1),
    );
    expect(await foldedOperators(graph)).toEqual(['Relu', 'Conv']);
  });

  it('keeps a term before a border, where nought would count differently', async () => {
    const graph = graphOf(
      weights('w', 1, 1),
      weights('v', 3, 2),
      scalar('three', -3),
      conv('x', 'w', 'c', 1),
      node('Relu', ['c'], 'r'),
      node('Add', ['r', 'three'], 'a'),
      conv('a', 'v', 'y', 3),
    );
    expect(await foldedOperators(graph)).toEqual(['Conv', 'Relu', 'Conv', 'Conv']);
  });

  it('makes a hard swish of which every part is read twice into convolutions', async () => {
    const graph = graphOf(
      weights('w', 3, 1),
      ...[scalar('three', 3), scalar('zero', 0), scalar('six', 6)],
      conv('x', 'w', 'c', 3),
      node('Add', ['c', 'three'], 'a'),
      node('Relu', ['a'], 'r'),
      node('Mul', ['c', 'r'], 'm'),
      node('Div', ['m', 'six'], 'd'),
      node('Add', ['three', 'd'], 'y'),
    );
    expect(await foldedOperators(graph)).toEqual(['Conv', 'Conv', 'Relu', 'Mul', 'Conv']);
  });

  it('leaves constants alone that are one for each channel, or divided by a value', async () => {
    const graph = graphOf(
      constant('each', [1, channels, 1, 1], 5),
      scalar('one', 1),
      node('Add', ['x', 'each'], 'a'),
      node('Exp', ['a'], 'e'),
      node('Div', ['one', 'e'], 'y'),
    );
    expect(await foldedOperators(graph)).toEqual(['Add', 'Exp', 'Div']);
  });
});

describe('folding gates', () => {
  const gate = [node('GlobalAveragePool', ['x'], 'p'), node('HardSigmoid', ['p'], 'g')];

  it('goes through x + x * gate once', async () => {
    const graph = graphOf(...gate, node('Mul', ['x', 'g'], 'm'), node('Add', ['x', 'm'], 'y'));
    expect(await foldedOperators(graph, foldGates)).toEqual(['GlobalAveragePool', 'HardSigmoid', 'Add', 'Mul']);
  });

  it('leaves the sum of a product and another value alone', async () => {
    const graph = graphOf(...gate, node('Mul', ['x', 'g'], 'm'), node('Neg', ['x'], 'n'), node('Add', ['n', 'm'], 'y'));
    expect(await foldedOperators(graph, foldGates)).toHaveLength(5);
  });
});

describe('the shipped text nets', () => {
  it.each(['ocr_detect', 'ocr_recognise', 'ocr_direction'])('%s has nothing left to fold', async (id) => {
    const bytes = await readFile(path.join(modelsFolder, `${id}.onnx`));
    const graph = new Graph(bytes);
    const before = operatorsOf(graph);
    foldScalars(graph);
    foldGates(graph);
    expect(operatorsOf(graph)).toEqual(before);
  });
});
