import { clampBox, type Box } from '../../lib/geometry.ts';

/** What the dress head looks at: the person with a little around, in whole pixels inside the picture. */
export function personPart(box: Box, picture: { readonly width: number; readonly height: number }): Box {
  const [dx, dy] = [box.width * 0.12, box.height * 0.12];
  const grown = { x: box.x - dx, y: box.y - dy, width: box.width + 2 * dx, height: box.height + 2 * dy };
  const { x, y, width, height } = clampBox(grown, picture.width, picture.height);
  const [left, top] = [Math.floor(x), Math.floor(y)];
  return { x: left, y: top, width: Math.max(1, Math.floor(width)), height: Math.max(1, Math.floor(height)) };
}
