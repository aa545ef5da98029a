/** A connected patch of a map: the pixels at both ends of each of its rows, and the mean of the map inside. */
export interface Component {
  readonly rim: readonly { readonly x: number; readonly y: number }[];
  readonly pixels: number;
  readonly mean: number;
}

/** Visits one patch (8-connected) from a seed and marks it as seen. */
function flood(map: Float32Array, width: number, threshold: number, seed: number, seen: Uint8Array): number[] {
  const height = map.length / width;
  const patch = [seed];
  seen[seed] = 1;
  for (const at of patch) {
    const [x, y] = [at % width, Math.floor(at / width)];
    for (let ny = Math.max(0, y - 1); ny <= Math.min(height - 1, y + 1); ny += 1) {
      for (let nx = Math.max(0, x - 1); nx <= Math.min(width - 1, x + 1); nx += 1) {
        const next = ny * width + nx;
        if (seen[next] === 1 || map[next]! <= threshold) continue;
        seen[next] = 1;
        patch.push(next);
      }
    }
  }
  return patch;
}

function describe(map: Float32Array, width: number, patch: readonly number[]): Component {
  const rows = new Map<number, { low: number; high: number }>();
  let sum = 0;
  for (const at of patch) {
    const [x, y] = [at % width, Math.floor(at / width)];
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
  return { rim, pixels: patch.length, mean: sum / patch.length };
}

/** The patches of `map` (row by row, `width` wide) whose values lie above `threshold`, of at least `leastPixels`. */
export function labelComponents(
  map: Float32Array,
  width: number,
  threshold: number,
  leastPixels: number,
): readonly Component[] {
  const seen = new Uint8Array(map.length);
  const components: Component[] = [];
  for (let seed = 0; seed < map.length; seed += 1) {
    if (seen[seed] === 1 || map[seed]! <= threshold) continue;
    const patch = flood(map, width, threshold, seed, seen);
    if (patch.length >= leastPixels) components.push(describe(map, width, patch));
  }
  return components;
}
