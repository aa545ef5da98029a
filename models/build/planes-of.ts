/** Interleaved colours as three planes: all reds, all greens, all blues. */
export function planesOf(interleaved: Float32Array): Float32Array {
  const plane = interleaved.length / 3;
  return interleaved.map((_, at) => interleaved[(at % plane) * 3 + Math.floor(at / plane)]!);
}
