import type { Quad } from '../../lib/geometry.ts';
import type { BentQuad } from './bent-quad.ts';
import type { TextLine } from './search-sheet.ts';
import { cornersOf, type RotatedRectangle } from './rotated-rectangle.ts';

/** Words of one or two letters are about as high as wide: below this ratio the upright side is taken as the line. */
const surelyLongRatio = 1.4;

const quarter = Math.PI / 2;

/** The same rectangle with its angle within 45 degrees of upright. */
function upright(rectangle: RotatedRectangle): RotatedRectangle {
  const turns = Math.round(rectangle.angle / quarter);
  const angle = rectangle.angle - turns * quarter;
  const { centre, width, height } = rectangle;
  return turns % 2 === 0 ? { centre, width, height, angle } : { centre, width: height, height: width, angle };
}

/**
 * The corners of a line's rectangle in the most likely reading order: along its longer side, from left to right, or
 * from top to bottom where the line is steeper than 45 degrees. A bent line's rectangle lies so already.
 */
export function readingQuad({ rectangle, bend }: Pick<TextLine, 'rectangle' | 'bend'>): BentQuad {
  if (bend !== 0) return { quad: cornersOf(rectangle), bend: bend / rectangle.height };
  return { quad: straightQuad(rectangle), bend };
}

function straightQuad(rectangle: RotatedRectangle): Quad {
  const straight = upright(rectangle);
  const [a, b, c, d] = cornersOf(straight);
  return straight.height > straight.width * surelyLongRatio ? [b, c, d, a] : [a, b, c, d];
}
