import type { Raster } from '../../lib/raster.ts';
import type { DecodedPhoto } from '../detector.ts';

/** Sizes of copies that the detectors look at anyway: all faces of one photo are read from these few. */
const longEdgesPx = [640, 1024, 2048] as const;

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
