import { clampBox, type Box } from '../../lib/geometry.ts';
import type { Raster } from '../../lib/raster.ts';
import { cleanPhoto, type CleanCopy } from '../clean.ts';
import { decodePhoto } from '../decode.ts';
import { photoFromRaster } from '../decode/photo-from-raster.ts';
import { fillOutlines } from './fill-outlines.ts';
import type { Recipe } from './recipe.ts';

/** A crop in whole pixels inside the picture. */
export function wholeCrop(crop: Box, width: number, height: number): Box {
  const { x, y, width: wide, height: high } = clampBox(crop, width, height);
  const [left, top] = [Math.floor(x), Math.floor(y)];
  return { x: left, y: top, width: Math.ceil(x + wide) - left, height: Math.ceil(y + high) - top };
}

/** The pixels of a rectangle that lies inside a raster, in whole pixels. */
export function cutRaster(raster: Raster, crop: Box): Raster {
  const data = new Uint8Array(crop.width * crop.height * 3);
  for (let row = 0; row < crop.height; row++) {
    const start = ((crop.y + row) * raster.width + crop.x) * 3;
    data.set(raster.data.subarray(start, start + crop.width * 3), row * crop.width * 3);
  }
  return { width: crop.width, height: crop.height, data };
}

/**
 * The covered and cropped picture as a new, verified JPEG from a clean copy. The same bytes for the same recipe. Throws
 * `clean-failed`, `clean-unverified` or what keeps the copy from being decoded.
 */
export async function makeOutput(clean: Buffer, recipe: Recipe): Promise<CleanCopy> {
  const { full } = await decodePhoto(clean, 'jpeg');
  const covered = fillOutlines(full, [...recipe.heads, ...recipe.areas]);
  const { crop } = recipe;
  const picture = crop === null ? covered : cutRaster(covered, wholeCrop(crop, full.width, full.height));
  return await cleanPhoto(photoFromRaster(picture));
}
