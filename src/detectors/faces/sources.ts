/**
 * The looks taken at a photo, each at the whole of it: UltraFace at four sizes (the smallest behind a wide border, for
 * faces that fill the frame) and FaceBoxes; where the school added YuNet, YuNet too. `longEdgePx` is the photo's longer
 * side as the net sees it.
 */
export const sources = {
  ultraFace160: { net: 'ultraface', longEdgePx: 160, borderPx: 80 },
  ultraFace320: { net: 'ultraface', longEdgePx: 320, borderPx: 0 },
  ultraFace640: { net: 'ultraface', longEdgePx: 640, borderPx: 0 },
  ultraFace1024: { net: 'ultraface', longEdgePx: 1024, borderPx: 0 },
  faceBoxes1024: { net: 'faceboxes', longEdgePx: 1024, borderPx: 0 },
  faceBoxes2048: { net: 'faceboxes', longEdgePx: 2048, borderPx: 0 },
  yunet1024: { net: 'yunet', longEdgePx: 1024, borderPx: 0 },
} as const;

export type SourceName = keyof typeof sources;

export const sourceNames = Object.keys(sources) as SourceName[];
