import { z } from 'zod';

const weightSpec = z.object({
  name: z.string(),
  shape: z.array(z.number().int()),
  dtype: z.enum(['float32', 'int32', 'bool']),
  quantization: z
    .object({ dtype: z.enum(['uint8', 'float16']), scale: z.number().optional(), min: z.number().optional() })
    .nullish(),
});

/** The part of a TensorFlow.js manifest that says what lies where in the weight bytes. */
export const weightGroups = z.array(z.object({ weights: z.array(weightSpec) }));
export type WeightGroups = z.infer<typeof weightGroups>;

/** One weight exactly as it is stored: 8-bit values mean `value * scale + min`. */
export interface StoredWeight {
  readonly name: string;
  readonly shape: readonly number[];
  readonly stored: 'float32' | 'int32' | 'bool' | 'uint8' | 'float16';
  readonly data: Uint8Array;
  readonly scale: number;
  readonly min: number;
}

export type StoredWeights = ReadonlyMap<string, StoredWeight>;

const elementBytes = { float32: 4, int32: 4, bool: 1, uint8: 1, float16: 2 } as const;

/** Cuts the weight bytes of a TensorFlow.js model into its weights. Throws when the sizes do not add up. */
export function readStoredWeights(groups: WeightGroups, bytes: Uint8Array): StoredWeights {
  const weights = new Map<string, StoredWeight>();
  let offset = 0;
  for (const { name, shape, dtype, quantization } of groups.flatMap((group) => group.weights)) {
    const stored = quantization?.dtype ?? dtype;
    const length = shape.reduce((product, size) => product * size, 1) * elementBytes[stored];
    const data = Uint8Array.from(bytes.subarray(offset, offset + length));
    weights.set(name, { name, shape, stored, data, scale: quantization?.scale ?? 1, min: quantization?.min ?? 0 });
    offset += length;
  }
  if (offset !== bytes.byteLength) throw new Error(`weights take ${offset} of ${bytes.byteLength} bytes`);
  return weights;
}

/** The values of a weight as ordinary numbers. */
export function weightValues(weight: StoredWeight): number[] {
  const { stored, data, scale, min } = weight;
  const buffer = Uint8Array.from(data).buffer;
  if (stored === 'float32') return [...new Float32Array(buffer)];
  if (stored === 'int32') return [...new Int32Array(buffer)];
  if (stored === 'float16') throw new Error(`${weight.name}: 16-bit values are passed on, not read`);
  return Array.from(data, (value) => value * scale + min);
}
