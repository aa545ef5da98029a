import { fieldsOf, type EncodedField } from './fields-of.ts';
import { bytesField, encodeMessage, integerField, messageField, textField, type Field } from './protobuf.ts';
import { valueFields, type Dimension } from './value-fields.ts';

/** A float constant: row-major values. */
export interface FloatConstant {
  readonly shape: readonly number[];
  readonly values: Float32Array;
}

/** One operation of a net. */
export interface GraphNode {
  readonly operator: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  /** Attributes by name, encoded as ONNX's `AttributeProto`. */
  readonly attributes: ReadonlyMap<string, Uint8Array>;
}

const float32 = 1;

const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/** The name that a message holds in one of its fields. */
function nameIn(message: Uint8Array, number: number): string {
  const { start, end } = fieldsOf(message).find((field) => field.number === number)!;
  return textOf(message.subarray(start, end));
}

const reencode = (bytes: Uint8Array, { number, wireType, value, start, end }: EncodedField): Field => {
  if (wireType === 0) return integerField(number, value);
  if (wireType !== 2) throw new RangeError('a field of this kind is not expected around a net');
  return bytesField(number, bytes.subarray(start, end));
};

function readNode(bytes: Uint8Array): GraphNode {
  const fields = fieldsOf(bytes);
  const contents = (number: number): Uint8Array[] =>
    fields.filter((field) => field.number === number).map(({ start, end }) => bytes.subarray(start, end));
  return {
    operator: textOf(contents(4)[0]!),
    inputs: contents(1).map(textOf),
    outputs: contents(2).map(textOf),
    attributes: new Map(contents(5).map((attribute) => [nameIn(attribute, 1), attribute])),
  };
}

/** The floats of a `TensorProto` with raw data, or null when it holds something else. */
function readTensor(tensor: Uint8Array): FloatConstant | null {
  const fields = fieldsOf(tensor);
  const data = fields.find(({ number }) => number === 9);
  if (data === undefined || fields.find(({ number }) => number === 2)?.value !== float32) return null;
  // Copied, because floats must start at a whole multiple of four bytes.
  const values = new Float32Array(Uint8Array.from(tensor.subarray(data.start, data.end)).buffer);
  return { shape: fields.filter(({ number }) => number === 1).map((field) => field.value), values };
}

/** The floats of a `Constant` node, or null when it holds something else. */
function readFloats({ operator, attributes }: GraphNode): FloatConstant | null {
  const value = attributes.get('value');
  if (operator !== 'Constant' || value === undefined) return null;
  const tensorField = fieldsOf(value).find(({ number }) => number === 5);
  return tensorField === undefined ? null : readTensor(value.subarray(tensorField.start, tensorField.end));
}

/** A `Constant` node of floats. */
export function constantNode(name: string, { shape, values }: FloatConstant): GraphNode {
  const raw = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
  const tensor = [...shape.map((size) => integerField(1, size)), integerField(2, float32), bytesField(9, raw)];
  const value = encodeMessage(textField(1, 'value'), messageField(5, ...tensor), integerField(20, 4));
  return { operator: 'Constant', inputs: [], outputs: [name], attributes: new Map([['value', value]]) };
}

/** The whole numbers of a list attribute. */
export function integersOf({ attributes }: GraphNode, name: string): number[] {
  const attribute = attributes.get(name);
  if (attribute === undefined) return [];
  return fieldsOf(attribute)
    .filter(({ number }) => number === 8)
    .map(({ value }) => value);
}

function writeNode({ operator, inputs, outputs, attributes }: GraphNode): Field {
  return messageField(
    1,
    ...inputs.map((input) => textField(1, input)),
    ...outputs.map((output) => textField(2, output)),
    textField(4, operator),
    ...[...attributes.values()].map((attribute) => bytesField(5, attribute)),
  );
}

/** A net read from an ONNX file, with what is around its nodes kept as it is. */
export class Graph {
  nodes: GraphNode[];
  #outputs: ReadonlySet<string>;
  readonly #around: readonly Field[];
  readonly #graph: Uint8Array;
  /** What goes in and out, where that was said anew. */
  #declared: readonly Field[] | null = null;
  /** Encoded constants that stand beside the nodes, by name. */
  readonly #initializers: ReadonlyMap<string, Uint8Array>;
  #newNames = 0;

  constructor(onnx: Uint8Array) {
    const fields = fieldsOf(onnx);
    const graphField = fields.find(({ number }) => number === 7)!;
    const graph = onnx.subarray(graphField.start, graphField.end);
    const inGraph = fieldsOf(graph);
    const parts = (number: number): Uint8Array[] =>
      inGraph.filter((field) => field.number === number).map(({ start, end }) => graph.subarray(start, end));
    this.nodes = parts(1).map(readNode);
    this.#outputs = new Set(parts(12).map((value) => nameIn(value, 1)));
    this.#initializers = new Map(parts(5).map((tensor) => [nameIn(tensor, 8), tensor]));
    this.#around = fields.filter(({ number }) => number !== 7).map((field) => reencode(onnx, field));
    this.#graph = graph;
  }

  /** Names that leave the net. */
  get outputs(): ReadonlySet<string> {
    return this.#outputs;
  }

  /** Says anew which floats go in and come out, by the names that values have in the net. */
  declare(inputs: Readonly<Record<string, readonly Dimension[]>>, outputs: typeof inputs): void {
    const fields = (number: number, values: typeof inputs): Field[] =>
      Object.entries(values).map(([name, shape]) => messageField(number, ...valueFields(name, 'float32', shape)));
    this.#outputs = new Set(Object.keys(outputs));
    this.#declared = [...fields(11, inputs), ...fields(12, outputs)];
  }

  /** A name that no value has yet. */
  newName(): string {
    this.#newNames += 1;
    return `folded.${String(this.#newNames)}`;
  }

  /** The node that makes a value, if any. */
  makerOf(value: string): GraphNode | undefined {
    return this.nodes.find(({ outputs }) => outputs.includes(value));
  }

  /** The nodes that read a value. */
  readersOf(value: string): GraphNode[] {
    return this.nodes.filter(({ inputs }) => inputs.includes(value));
  }

  /** The floats of a constant, or null where a value is none. */
  floats(value: string): FloatConstant | null {
    const initializer = this.#initializers.get(value);
    if (initializer !== undefined) return readTensor(initializer);
    const maker = this.makerOf(value);
    return maker === undefined ? null : readFloats(maker);
  }

  /** Puts nodes in the place of one. */
  replace(old: GraphNode, ...replacements: readonly GraphNode[]): void {
    this.nodes.splice(this.nodes.indexOf(old), 1, ...replacements);
  }

  /** The finished file, without nodes and constants that nobody reads. */
  encode(): Uint8Array {
    let used = this.nodes;
    for (;;) {
      const read = new Set([...this.#outputs, ...used.flatMap(({ inputs }) => inputs)]);
      const still = used.filter(({ outputs }) => outputs.some((output) => read.has(output)));
      if (still.length === used.length) break;
      used = still;
    }
    return encodeMessage(
      ...this.#around,
      messageField(7, ...used.map(writeNode), ...this.#besideNodes(used), ...(this.#declared ?? [])),
    );
  }

  /** What a graph holds beside its nodes. A constant may also be listed among the inputs and leaves both lists. */
  #besideNodes(used: readonly GraphNode[]): Field[] {
    const read = new Set(used.flatMap(({ inputs }) => inputs));
    const nameFields: ReadonlyMap<number, number> = new Map([
      [5, 8],
      [11, 1],
    ]);
    return fieldsOf(this.#graph)
      .filter(({ number, start, end }) => {
        if (number === 1 || (this.#declared !== null && (number === 11 || number === 12))) return false;
        const nameField = nameFields.get(number);
        if (nameField === undefined) return true;
        const name = nameIn(this.#graph.subarray(start, end), nameField);
        return !this.#initializers.has(name) || read.has(name);
      })
      .map((field) => reencode(this.#graph, field));
  }
}
