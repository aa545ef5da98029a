/** One field of an encoded protocol-buffers message. */
export interface EncodedField {
  readonly number: number;
  /** 0 for a varint, 2 for a field with a length, 1 and 5 for eight and four bytes. */
  readonly wireType: number;
  /** Of a varint field. */
  readonly value: number;
  /** Where the content of any other field lies. */
  readonly start: number;
  readonly end: number;
}

/** The fields of one message in `bytes`, not looking inside them. Integers must be smaller than 2^53. */
export function fieldsOf(bytes: Uint8Array, from = 0, to = bytes.length): EncodedField[] {
  const fields: EncodedField[] = [];
  let at = from;
  const varint = (): number => {
    let [value, shift] = [0, 1];
    for (;;) {
      const byte = bytes[at++]!;
      value += (byte & 127) * shift;
      if (byte < 128) return value;
      shift *= 128;
    }
  };
  while (at < to) {
    const key = varint();
    const [number, wireType] = [Math.floor(key / 8), key % 8];
    if (wireType === 0) fields.push({ number, wireType, value: varint(), start: at, end: at });
    else {
      const length = wireType === 2 ? varint() : wireType === 1 ? 8 : 4;
      fields.push({ number, wireType, value: 0, start: at, end: at + length });
      at += length;
    }
  }
  return fields;
}
