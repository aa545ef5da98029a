import type { RotatedRectangle } from './rotated-rectangle.ts';

/**
 * Undoes the shrinking of text regions that the detection net was trained with (DB, Liao et al. 2020): every side
 * moves outwards by area x ratio / perimeter.
 */
export function growRectangle(rectangle: RotatedRectangle, ratio: number): RotatedRectangle {
  const { width, height } = rectangle;
  const perimeter = 2 * (width + height);
  const distance = perimeter > 0 ? (width * height * ratio) / perimeter : 0;
  return { ...rectangle, width: width + 2 * distance, height: height + 2 * distance };
}
