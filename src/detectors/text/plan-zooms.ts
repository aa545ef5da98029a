import { boxAround } from '../../lib/geometry.ts';
import { gatherViews } from './gather-views.ts';
import { cornersOf } from './rotated-rectangle.ts';
import type { TextLine } from './search-sheet.ts';
import { searchedArea, type View } from './view.ts';
import { wholePixels } from './whole-pixels.ts';

/** The net sees lines apart, and their ends, when they are about this high. */
const goodHeightPx = 30;
/** Lines at least this high need no second look. */
const enoughHeightPx = 22;
const mostZoom = 2.5;
/** All second looks together use at most about this many pixels. */
const zoomPixels = 450_000;

/** Of the letters with their room, without what a bend adds. */
const heightOf = ({ rectangle: { width, height }, bend }: TextLine): number => Math.min(width, height - Math.abs(bend));

function viewOf(line: TextLine): View {
  const across = heightOf(line);
  const box = boxAround(cornersOf(line.rectangle));
  const margin = across * 1.2 + 4 / line.scale;
  return {
    part: { x: box.x - margin, y: box.y - margin, width: box.width + 2 * margin, height: box.height + 2 * margin },
    scale: Math.min(line.scale * mostZoom, goodHeightPx / across),
  };
}

/** Where to look again, closer, because what may be text is small there. The surest come first. */
export function planZooms(lines: readonly TextLine[], width: number, height: number): View[] {
  const small = lines.filter((line) => heightOf(line) * line.scale < enoughHeightPx).sort((a, b) => b.score - a.score);
  let left = zoomPixels;
  return gatherViews(small.map(viewOf)).flatMap((view) => {
    const part = wholePixels(view.part, width, height);
    left -= searchedArea({ part, scale: view.scale });
    return left < 0 || part.width < 4 || part.height < 4 ? [] : [{ part, scale: view.scale }];
  });
}
