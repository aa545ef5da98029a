import { boxAround, intersectionArea, type Box } from '../../lib/geometry.ts';
import { searchedArea, type View } from './view.ts';

function join(a: View, b: View): View {
  const corners = [a.part, b.part].flatMap(({ x, y, width, height }: Box) => [
    { x, y },
    { x: x + width, y: y + height },
  ]);
  return { part: boxAround(corners), scale: Math.max(a.scale, b.scale) };
}

/**
 * Views that touch become one, so that the lines of a badge are seen together, unless that would search more than seeing
 * them apart.
 */
export function gatherViews(views: readonly View[]): View[] {
  const gathered: View[] = [];
  for (const view of views) {
    let current = view;
    for (let i = 0; i < gathered.length; i += 1) {
      const joined = join(current, gathered[i]!);
      const touching = intersectionArea(current.part, gathered[i]!.part) > 0;
      if (touching && searchedArea(joined) < 1.3 * (searchedArea(current) + searchedArea(gathered[i]!))) {
        current = joined;
        gathered.splice(i, 1);
        i = -1;
      }
    }
    gathered.push(current);
  }
  return gathered;
}
