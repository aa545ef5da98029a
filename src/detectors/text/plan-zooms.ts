import { boxAround, intersectionArea, type Box } from '../../lib/geometry.ts';
import { cornersOf } from './rotated-rectangle.ts';
import type { TextLine } from './search-sheet.ts';
import type { View } from './view.ts';
import { wholePixels } from './whole-pixels.ts';

/** The net sees lines apart, and their ends, when they are about this high. */
const goodHeightPx = 30;
/** Lines at least this high need no second look. */
const enoughHeightPx = 22;
const mostZoom = 2.5;
/** All second looks together use at most about this many pixels. */
const zoomPixels = 450_000;

function viewOf(line: TextLine): View {
  const { height, width } = line.rectangle;
  const across = Math.min(height, width);
  const box = boxAround(cornersOf(line.rectangle));
  const margin = across * 1.2 + 4 / line.scale;
  return {
    part: { x: box.x - margin, y: box.y - margin, width: box.width + 2 * margin, height: box.height + 2 * margin },
    scale: Math.min(line.scale * mostZoom, goodHeightPx / across),
  };
}

function join(a: View, b: View): View {
  const corners = [a.part, b.part].flatMap(({ x, y, width, height }: Box) => [
    { x, y },
    { x: x + width, y: y + height },
  ]);
  return { part: boxAround(corners), scale: Math.max(a.scale, b.scale) };
}

const areaOf = ({ part, scale }: View): number => part.width * part.height * scale * scale;

/** Lines of one badge share a look, unless looking at both together costs more than looking twice. */
function gather(views: readonly View[]): View[] {
  const gathered: View[] = [];
  for (const view of views) {
    let current = view;
    for (let i = 0; i < gathered.length; i += 1) {
      const joined = join(current, gathered[i]!);
      const touching = intersectionArea(current.part, gathered[i]!.part) > 0;
      if (touching && areaOf(joined) < 1.3 * (areaOf(current) + areaOf(gathered[i]!))) {
        current = joined;
        gathered.splice(i, 1);
        i = -1;
      }
    }
    gathered.push(current);
  }
  return gathered;
}

/** Where to look again, closer, because what may be text is small there. The surest come first. */
export function planZooms(lines: readonly TextLine[], width: number, height: number): View[] {
  const small = lines
    .filter(({ rectangle, scale }) => Math.min(rectangle.width, rectangle.height) * scale < enoughHeightPx)
    .sort((a, b) => b.score - a.score);
  let left = zoomPixels;
  return gather(small.map(viewOf)).flatMap((view) => {
    const part = wholePixels(view.part, width, height);
    left -= areaOf({ part, scale: view.scale });
    return left < 0 || part.width < 4 || part.height < 4 ? [] : [{ part, scale: view.scale }];
  });
}
