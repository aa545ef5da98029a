/** One encoded field of a protocol-buffers message, as chunks to be joined. */
export type Field = readonly Uint8Array[];

const varint = (value: number | bigint): Uint8Array => {
  let rest = BigInt.asUintN(64, BigInt(value));
  const bytes: number[] = [];
  while (rest > 0x7fn) {
    bytes.push(Number(rest & 0x7fn) | 0x80);
    rest >>= 7n;
  }
  bytes.push(Number(rest));
  return Uint8Array.from(bytes);
};

const tag = (field: number, wireType: 0 | 2 | 5): Uint8Array => varint((field << 3) | wireType);

/** An integer field; negative numbers take ten bytes, as the format asks. */
export const integerField = (field: number, value: number): Field => [tag(field, 0), varint(value)];

/** A 32-bit floating-point field. */
export const floatField = (field: number, value: number): Field => [
  tag(field, 5),
  new Uint8Array(Float32Array.of(value).buffer),
];

/** A field of raw bytes. */
export const bytesField = (field: number, value: Uint8Array): Field => [tag(field, 2), varint(value.byteLength), value];

/** A text field, UTF-8. */
export const textField = (field: number, value: string): Field => bytesField(field, new TextEncoder().encode(value));

/** A field that holds a message of its own, given as its fields. */
export function messageField(field: number, ...fields: readonly Field[]): Field {
  const chunks = fields.flat();
  const length = chunks.reduce((sum, chunk) => sum + chunk.byteLength, 0);
  return [tag(field, 2), varint(length), ...chunks];
}

/** The bytes of a whole message. Source of the format: protobuf.dev, "Encoding". */
export function encodeMessage(...fields: readonly Field[]): Uint8Array {
  return Buffer.concat(fields.flat());
}
