import type { Raster } from '../../lib/raster.ts';
import { sizeOfLine, unitSquareToLine, type BentQuad } from './bent-quad.ts';
import { stripHeightPx } from './read-lines.ts';
import { warp } from './warp-quad.ts';

const leastWidthPx = 16;
/** A line longer than this is squeezed; names are short. */
const mostWidthPx = 960;
const mostSamples = 4;

/** A line of text, straightened, as high as the recognition net wants it. */
export function cutStrip(photo: Raster, line: BentQuad): Raster {
  const { along, across } = sizeOfLine(line);
  const width = Math.round((stripHeightPx * along) / Math.max(across, 1));
  const samples = Math.min(mostSamples, Math.max(1, Math.round(across / stripHeightPx)));
  const [most, least] = [mostWidthPx, leastWidthPx];
  return warp(photo, unitSquareToLine(line), Math.min(most, Math.max(least, width)), stripHeightPx, samples);
}
