import { encodeMessage, floatField, integerField, textField, type Field } from './protobuf.ts';

export type Attribute = number | string | readonly number[] | { readonly float: number };

function valueFields(value: Attribute): Field[] {
  if (typeof value === 'number') return [integerField(3, value), integerField(20, 2)];
  if (typeof value === 'string') return [textField(4, value), integerField(20, 3)];
  if ('float' in value) return [floatField(2, value.float), integerField(20, 1)];
  return [...value.map((item) => integerField(8, item)), integerField(20, 7)];
}

/** An attribute of a node, encoded as ONNX's `AttributeProto`. */
export function attributeMessage(name: string, value: Attribute): Uint8Array {
  return encodeMessage(textField(1, name), ...valueFields(value));
}
