/** Planar RGB (three planes) as interleaved RGB, for nets that want channels last. */
export function interleave(planes: Float32Array): Float32Array {
  const plane = planes.length / 3;
  const out = new Float32Array(planes.length);
  for (let at = 0, to = 0; at < plane; at++) {
    out[to++] = planes[at]!;
    out[to++] = planes[at + plane]!;
    out[to++] = planes[at + 2 * plane]!;
  }
  return out;
}
