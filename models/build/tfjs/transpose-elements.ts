/**
 * Reorders the axes of a row-major array whose elements are `elementBytes` wide. `order[i]` is the old axis that
 * becomes axis `i`.
 */
export function transposeElements(
  data: Uint8Array,
  shape: readonly number[],
  order: readonly number[],
  elementBytes: number,
): { data: Uint8Array; shape: number[] } {
  const strides = shape.map((_, axis) => shape.slice(axis + 1).reduce((product, size) => product * size, 1));
  const newShape = order.map((axis) => shape[axis]!);
  const result = new Uint8Array(data.byteLength);
  const index = newShape.map(() => 0);
  for (let target = 0; target < data.byteLength; target += elementBytes) {
    const source = order.reduce((sum, axis, i) => sum + strides[axis]! * index[i]!, 0) * elementBytes;
    result.set(data.subarray(source, source + elementBytes), target);
    for (let axis = index.length - 1; axis >= 0 && (index[axis] = index[axis]! + 1) === newShape[axis]; axis--) {
      index[axis] = 0;
    }
  }
  return { data: result, shape: newShape };
}
