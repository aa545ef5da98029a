import type { Quad } from '../../lib/geometry.ts';
import type { Raster } from '../../lib/raster.ts';
import { stripHeightPx } from './read-lines.ts';
import { sizeOf, warpQuad } from './warp-quad.ts';

const leastWidthPx = 16;
/** A line longer than this is squeezed; names are short. */
const mostWidthPx = 960;

/** The text in a quad, straightened, as high as the recognition net wants it. */
export function cutStrip(photo: Raster, quad: Quad): Raster {
  const { along, across } = sizeOf(quad);
  const width = Math.round((stripHeightPx * along) / Math.max(across, 1));
  return warpQuad(photo, quad, Math.min(mostWidthPx, Math.max(leastWidthPx, width)), stripHeightPx);
}
