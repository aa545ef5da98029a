import { integerField, messageField, textField, type Field } from './protobuf.ts';

/** Element types by their number in ONNX's `TensorProto.DataType`. */
export const elementTypes = { float32: 1, uint8: 2, int32: 6, int64: 7, bool: 9, float16: 10 } as const;
export type ElementType = keyof typeof elementTypes;

/** A fixed size, or a name for a free one. */
export type Dimension = number | string;

/** What a graph says of a value that goes in or out: the fields of a `ValueInfoProto`. */
export function valueFields(name: string, type: ElementType, shape: readonly Dimension[]): Field[] {
  const dimensions = shape.map((size) =>
    messageField(1, typeof size === 'number' ? integerField(1, size) : textField(2, size)),
  );
  const tensor = messageField(1, integerField(1, elementTypes[type]), messageField(2, ...dimensions));
  return [textField(1, name), messageField(2, tensor)];
}
