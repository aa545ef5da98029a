/** A connected patch of a map: its pixels by position, those at both ends of each of its rows, and the map's mean inside. */
export interface Component {
  readonly cells: Int32Array;
  readonly rim: readonly { readonly x: number; readonly y: number }[];
  readonly pixels: number;
  readonly mean: number;
}

/** What a flood works on; `queue` has room for every pixel. */
interface Field {
  readonly map: Float32Array;
  readonly width: number;
  readonly height: number;
  readonly threshold: number;
  readonly seen: Uint8Array;
  readonly queue: Int32Array;
}

/** Visits one patch (8-connected) from a seed and marks it as seen. Its pixels are the first of the queue; says how many. */
function flood({ map, width, height, threshold, seen, queue }: Field, seed: number): number {
  queue[0] = seed;
  seen[seed] = 1;
  let count = 1;
  for (let i = 0; i < count; i += 1) {
    const at = queue[i]!;
    const x = at % width;
    const y = (at - x) / width;
    const [left, right] = [x > 0 ? -1 : 0, x < width - 1 ? 1 : 0];
    const [top, bottom] = [y > 0 ? -width : 0, y < height - 1 ? width : 0];
    for (let row = at + top; row <= at + bottom; row += width) {
      for (let next = row + left; next <= row + right; next += 1) {
        if (seen[next] === 1 || map[next]! <= threshold) continue;
        seen[next] = 1;
        queue[count] = next;
        count += 1;
      }
    }
  }
  return count;
}

function describe(map: Float32Array, width: number, cells: Int32Array): Component {
  const rows = new Map<number, { low: number; high: number }>();
  let sum = 0;
  for (const at of cells) {
    const x = at % width;
    const y = (at - x) / width;
    sum += map[at]!;
    const row = rows.get(y);
    if (row === undefined) rows.set(y, { low: x, high: x });
    else if (x < row.low) row.low = x;
    else if (x > row.high) row.high = x;
  }
  // A pixel is a square: its far edge counts, or a thin patch would have no area.
  const rim = [...rows].flatMap(([y, { low, high }]) => [
    { x: low, y },
    { x: low, y: y + 1 },
    { x: high + 1, y },
    { x: high + 1, y: y + 1 },
  ]);
  return { cells, rim, pixels: cells.length, mean: sum / cells.length };
}

/**
 * The patches of `map` (row by row, `width` wide) whose values lie above `threshold`, of `leastPixels` to `mostPixels`
 * pixels.
 */
export function labelComponents(
  map: Float32Array,
  width: number,
  threshold: number,
  leastPixels: number,
  mostPixels = Infinity,
): readonly Component[] {
  const [seen, queue] = [new Uint8Array(map.length), new Int32Array(map.length)];
  const field = { map, width, height: map.length / width, threshold, seen, queue };
  const components: Component[] = [];
  for (let seed = 0; seed < map.length; seed += 1) {
    if (seen[seed] === 1 || map[seed]! <= threshold) continue;
    const count = flood(field, seed);
    if (count >= leastPixels && count <= mostPixels) components.push(describe(map, width, queue.slice(0, count)));
  }
  return components;
}
