import type { ModelWriter } from '../onnx/model-writer.ts';

/** Input of face-api's crop nets: RGB 0-255 interleaved, less the mean colour, divided by 255, as planes. */
export function photoPlanes(writer: ModelWriter, sidePx: number): string {
  const face = writer.input('face', 'float32', ['batch', sidePx, sidePx, 3]);
  const centred = writer.node('Sub', [face, writer.floats([122.782, 117.001, 104.298])]);
  const scaled = writer.node('Div', [centred, writer.floats([255], [])]);
  return writer.node('Transpose', [scaled], { perm: [0, 3, 1, 2] });
}
