import type { Raster } from '../../lib/raster.ts';
import type { DecodedPhoto } from '../detector.ts';

/** Sizes at which copies of a photo are kept for reading faces, so that all faces of one photo share a few copies. */
const longEdgesPx = [640, 1280, 2560] as const;

/**
 * The smallest kept copy that still shows `zoom` (wanted pixels per photo pixel) without enlarging, and how many of its
 * pixels make one photo pixel.
 */
export async function pickRaster(
  photo: DecodedPhoto,
  zoom: number,
): Promise<{ readonly raster: Raster; readonly factor: number }> {
  const longEdge = Math.max(photo.full.width, photo.full.height);
  const enough = longEdgesPx.find((edge) => edge < longEdge && edge >= longEdge * zoom);
  const raster = enough === undefined ? photo.full : await photo.scaled(enough);
  return { raster, factor: Math.max(raster.width, raster.height) / longEdge };
}
