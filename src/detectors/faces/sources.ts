/**
 * The looks taken at a photo: UltraFace at four sizes, in overlapping windows (the smallest leaves a
 * wide border, for faces that fill the frame), one pass of SSD and one of FaceBoxes over the whole; where the school added
 * YuNet, one pass of it, too. The number is the photo's longer side, in pixels, as the net sees it.
 */
export const sources = {
  ultraFace160: { net: 'ultraface', longEdgePx: 160, overlapPx: 80 },
  ultraFace320: { net: 'ultraface', longEdgePx: 320, overlapPx: 80 },
  ultraFace640: { net: 'ultraface', longEdgePx: 640, overlapPx: 80 },
  ultraFace1024: { net: 'ultraface', longEdgePx: 1024, overlapPx: 64 },
  ssd512: { net: 'ssd', longEdgePx: 512, overlapPx: 0 },
  faceBoxes1600: { net: 'faceboxes', longEdgePx: 1600, overlapPx: 0 },
  yunet1024: { net: 'yunet', longEdgePx: 1024, overlapPx: 0 },
} as const;

export type SourceName = keyof typeof sources;

export const sourceNames = Object.keys(sources) as SourceName[];
