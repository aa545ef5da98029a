import { attributeMessage, type Attribute } from './attribute-message.ts';
import { elementTypes, valueFields, type Dimension, type ElementType } from './value-fields.ts';
import { bytesField, encodeMessage, integerField, messageField, textField, type Field } from './protobuf.ts';

/** A constant: row-major little-endian values. */
export interface Constant {
  readonly type: ElementType;
  readonly shape: readonly number[];
  readonly data: Uint8Array;
}

export type Attributes = Readonly<Record<string, Attribute>>;

const opset = 17;
const irVersion = 8;

/**
 * Collects the nodes of one net and writes them as an ONNX file. Values are known by name; each call that adds one
 * gives the name back, so that a net reads like a formula. Field numbers are those of onnx.proto3.
 */
export class ModelWriter {
  readonly #nodes: Field[] = [];
  readonly #constants: Field[] = [];
  readonly #inputs: Field[] = [];
  readonly #outputs: Field[] = [];
  #count = 0;

  input(name: string, type: ElementType, shape: readonly Dimension[]): string {
    this.#inputs.push(messageField(11, ...valueFields(name, type, shape)));
    return name;
  }

  /** Declares an existing value as an output; it keeps its name. */
  output(name: string, type: ElementType, shape: readonly Dimension[]): void {
    this.#outputs.push(messageField(12, ...valueFields(name, type, shape)));
  }

  constant({ type, shape, data }: Constant): string {
    const name = this.#nextName('c');
    const fields = [...shape.map((size) => integerField(1, size)), integerField(2, elementTypes[type])];
    this.#constants.push(messageField(5, ...fields, textField(8, name), bytesField(9, data)));
    return name;
  }

  floats(values: readonly number[], shape: readonly number[] = [values.length]): string {
    return this.constant({ type: 'float32', shape, data: new Uint8Array(Float32Array.from(values).buffer) });
  }

  integers(values: readonly number[], shape: readonly number[] = [values.length]): string {
    const data = new Uint8Array(BigInt64Array.from(values.map(BigInt)).buffer);
    return this.constant({ type: 'int64', shape, data });
  }

  /** Adds a node with one result. An empty input name means "left out". `as` names the result, e.g. for an output. */
  node(operator: string, inputs: readonly string[], attributes: Attributes = {}, as?: string): string {
    return this.nodes(operator, inputs, [as ?? this.#nextName('v')], attributes)[0]!;
  }

  /** Adds a node with several results, given as names or as a count. */
  nodes(
    operator: string,
    inputs: readonly string[],
    results: number | readonly string[],
    attributes: Attributes = {},
  ): string[] {
    const names =
      typeof results === 'number' ? Array.from({ length: results }, () => this.#nextName('v')) : [...results];
    const attributeMessages = Object.entries(attributes).map(([name, value]) =>
      bytesField(5, attributeMessage(name, value)),
    );
    this.#nodes.push(
      messageField(
        1,
        ...inputs.map((input) => textField(1, input)),
        ...names.map((name) => textField(2, name)),
        textField(3, `${operator}_${String(this.#nodes.length)}`),
        textField(4, operator),
        ...attributeMessages,
      ),
    );
    return names;
  }

  /** The finished file. The same calls always give the same bytes. */
  encode(graphName: string): Uint8Array {
    const graph = [...this.#nodes, textField(2, graphName), ...this.#constants, ...this.#inputs, ...this.#outputs];
    return encodeMessage(
      integerField(1, irVersion),
      textField(2, 'photoward models:build'),
      messageField(7, ...graph),
      messageField(8, textField(1, ''), integerField(2, opset)),
    );
  }

  #nextName(prefix: string): string {
    this.#count += 1;
    return `${prefix}${this.#count}`;
  }
}
