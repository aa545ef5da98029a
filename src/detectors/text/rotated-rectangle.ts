import type { Point, Quad } from '../../lib/geometry.ts';

/** A rectangle turned by `angle` radians (clockwise as seen, y points down); `width` lies along the angle. */
export interface RotatedRectangle {
  readonly centre: Point;
  readonly width: number;
  readonly height: number;
  readonly angle: number;
}

/** The corners of a turned rectangle: top left, top right, bottom right, bottom left in its own frame. */
export function cornersOf(rectangle: RotatedRectangle): Quad {
  const { centre, width, height, angle } = rectangle;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const corner = (u: number, v: number): Point => ({
    x: centre.x + (u * width * cos - v * height * sin) / 2,
    y: centre.y + (u * width * sin + v * height * cos) / 2,
  });
  return [corner(-1, -1), corner(1, -1), corner(1, 1), corner(-1, 1)];
}
