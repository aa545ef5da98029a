import type { ModelWriter } from '../onnx/model-writer.ts';
import type { GraphNode } from './graph-model.ts';
import { weightValues } from './stored-weights.ts';
import type { WeightConstants } from './weight-constants.ts';

/** One node of a TensorFlow.js graph while it is turned into ONNX: its inputs, attributes and constants. */
export class Conversion {
  readonly writer: ModelWriter;
  readonly weights: WeightConstants;
  readonly node: GraphNode;
  readonly #values: ReadonlyMap<string, string>;

  constructor(writer: ModelWriter, weights: WeightConstants, node: GraphNode, values: ReadonlyMap<string, string>) {
    this.writer = writer;
    this.weights = weights;
    this.node = node;
    this.#values = values;
  }

  /** The ONNX value of an input. All integers are 64-bit, as ONNX wants them for shapes and indices. */
  input(index: number): string {
    const name = this.inputName(index);
    const value = this.#values.get(name);
    if (value !== undefined) return value;
    const weight = this.weights.stored(name);
    return weight.stored === 'int32'
      ? this.writer.integers(weightValues(weight), weight.shape)
      : this.weights.float(name);
  }

  inputs(): string[] {
    return this.node.input.map((_, index) => this.input(index));
  }

  inputName(index: number): string {
    const name = this.node.input[index];
    if (name === undefined) throw new Error(`${this.node.name} has no input ${index}`);
    return name;
  }

  /** The numbers of an input that must be a constant, such as an axis. */
  constantInput(index: number): number[] {
    return weightValues(this.weights.stored(this.inputName(index)));
  }

  integer(name: string, fallback = 0): number {
    return this.node.attr[name]?.i ?? fallback;
  }

  flag(name: string): boolean {
    return this.node.attr[name]?.b ?? false;
  }

  integerList(name: string): number[] {
    return this.node.attr[name]?.list?.i ?? [];
  }

  textList(name: string): string[] {
    return this.node.attr[name]?.list?.s ?? [];
  }

  text(name: string): string {
    return this.node.attr[name]?.s ?? '';
  }
}

/** Writes one TensorFlow operator with ONNX operators and names its result or results. */
export type Operator = (conversion: Conversion) => string | string[];
