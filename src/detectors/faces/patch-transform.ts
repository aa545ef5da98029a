import type { Point } from '../../lib/geometry.ts';

/** Patch coordinates to photo coordinates: `x = a·u + b·v + tx`, `y = c·u + d·v + ty`. */
export interface PatchTransform {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
  readonly tx: number;
  readonly ty: number;
}

/** Where a patch position lies in the photo. */
export function toPhoto(transform: PatchTransform, patch: Point): Point {
  return {
    x: transform.a * patch.x + transform.b * patch.y + transform.tx,
    y: transform.c * patch.x + transform.d * patch.y + transform.ty,
  };
}

/** The same patch read from a copy of the photo that is `factor` times as large. */
export function rescaled({ a, b, c, d, tx, ty }: PatchTransform, factor: number): PatchTransform {
  return { a: a * factor, b: b * factor, c: c * factor, d: d * factor, tx: tx * factor, ty: ty * factor };
}

/** A patch `widthPx` wide around a centre, `photoPxPerPatchPx` to one, turned clockwise by an angle in radians. */
export function patchAround(
  centre: Point,
  size: { readonly width: number; readonly height: number },
  photoPxPerPatchPx: number,
  angle = 0,
): PatchTransform {
  const [cos, sin] = [Math.cos(angle) * photoPxPerPatchPx, Math.sin(angle) * photoPxPerPatchPx];
  return {
    a: cos,
    b: -sin,
    c: sin,
    d: cos,
    tx: centre.x - (cos * size.width) / 2 + (sin * size.height) / 2,
    ty: centre.y - (sin * size.width) / 2 - (cos * size.height) / 2,
  };
}
