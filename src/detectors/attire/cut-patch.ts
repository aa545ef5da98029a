import sharp from 'sharp';
import { AppError } from '../../lib/app-error.ts';
import { clampBox, type Box } from '../../lib/geometry.ts';
import type { Raster } from '../../lib/raster.ts';

/** Side of the square that the scene nets look at. */
export const patchSidePx = 224;

/**
 * A part of a picture, stretched to the square the scene nets look at: interleaved RGB, `patchSidePx` on each side.
 * Throws `too-small` when no pixel of the picture lies inside.
 */
export async function cutPatch(source: Raster, part: Box): Promise<Uint8Array> {
  const left = Math.floor(part.x);
  const top = Math.floor(part.y);
  const whole = {
    x: left,
    y: top,
    width: Math.ceil(part.x + part.width) - left,
    height: Math.ceil(part.y + part.height) - top,
  };
  const inside = clampBox(whole, source.width, source.height);
  if (inside.width < 1 || inside.height < 1) throw new AppError('too-small');
  return sharp(source.data, {
    raw: { width: source.width, height: source.height, channels: 3 },
    limitInputPixels: false,
  })
    .extract({ left: inside.x, top: inside.y, width: inside.width, height: inside.height })
    .resize(patchSidePx, patchSidePx, { fit: 'fill' })
    .raw()
    .toBuffer();
}
