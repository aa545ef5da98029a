/** A connected patch of a map: its pixels by position, those at both ends of each of its rows, and the map's mean inside. */
export interface Component {
  readonly cells: Int32Array;
  readonly rim: readonly { readonly x: number; readonly y: number }[];
  readonly pixels: number;
  readonly mean: number;
}

/** Unbroken stretches of pixels in one row, row by row and from left to right; `end` is the first position beyond. */
class Runs {
  readonly starts: number[] = [];
  readonly ends: number[] = [];
  /** Where each row's runs begin, and where the last row's end. */
  readonly rows: number[] = [0];
  /** Leads to the first run of the patch. */
  readonly #parents: number[] = [];

  constructor(map: Float32Array, width: number, threshold: number) {
    for (let from = 0; from < map.length; from += width) {
      this.#readRow(map, from, from + width, threshold);
      this.rows.push(this.starts.length);
    }
    for (let row = 1; row < this.rows.length - 1; row += 1) this.#joinRow(row, width);
  }

  #readRow(map: Float32Array, from: number, to: number, threshold: number): void {
    for (let at = from; at < to; at += 1) {
      if (map[at]! <= threshold) continue;
      this.#parents.push(this.starts.length);
      this.starts.push(at);
      while (at < to && map[at]! > threshold) at += 1;
      this.ends.push(at);
    }
  }

  /** Joins a row's runs with those above that they touch, be it at a corner. */
  #joinRow(row: number, width: number): void {
    let above = this.rows[row - 1]!;
    const lastAbove = this.rows[row]!;
    for (let run = lastAbove; run < this.rows[row + 1]!; run += 1) {
      const [start, end] = [this.starts[run]! - width, this.ends[run]! - width];
      while (above < lastAbove && this.ends[above]! < start) above += 1;
      for (let next = above; next < lastAbove && this.starts[next]! <= end; next += 1) this.#join(next, run);
    }
  }

  #join(a: number, b: number): void {
    const [first, second] = [this.firstOf(a), this.firstOf(b)];
    this.#parents[Math.max(first, second)] = Math.min(first, second);
  }

  /** The first run of the patch that a run belongs to. */
  firstOf(run: number): number {
    let at = run;
    while (this.#parents[at]! !== at) {
      this.#parents[at] = this.#parents[this.#parents[at]!]!;
      at = this.#parents[at]!;
    }
    return at;
  }
}

function describe(map: Float32Array, width: number, runs: Runs, own: readonly number[], pixels: number): Component {
  const cells = new Int32Array(pixels);
  const rows: { y: number; low: number; high: number }[] = [];
  let [sum, count] = [0, 0];
  for (const run of own) {
    const [start, end] = [runs.starts[run]!, runs.ends[run]!];
    for (let at = start; at < end; at += 1, count += 1) {
      cells[count] = at;
      sum += map[at]!;
    }
    const y = Math.floor(start / width);
    const [low, high] = [start - y * width, end - 1 - y * width];
    const last = rows[rows.length - 1];
    if (last?.y === y) last.high = high;
    else rows.push({ y, low, high });
  }
  // A pixel is a square: its far edge counts, or a thin patch would have no area.
  const rim = rows.flatMap(({ y, low, high }) => [
    { x: low, y },
    { x: low, y: y + 1 },
    { x: high + 1, y },
    { x: high + 1, y: y + 1 },
  ]);
  return { cells, rim, pixels, mean: sum / pixels };
}

/**
 * The patches of `map` (row by row, `width` wide; pixels that touch at a corner belong together) whose values lie above
 * `threshold`, of `leastPixels` to `mostPixels` pixels, by their first pixel. Found by joining the runs of each row with
 * those above.
 */
export function labelComponents(
  map: Float32Array,
  width: number,
  threshold: number,
  leastPixels: number,
  mostPixels = Infinity,
): readonly Component[] {
  const runs = new Runs(map, width, threshold);
  const patches = new Map<number, { own: number[]; pixels: number }>();
  runs.starts.forEach((start, run) => {
    const first = runs.firstOf(run);
    const patch = patches.get(first) ?? { own: [], pixels: 0 };
    patches.set(first, patch);
    patch.own.push(run);
    patch.pixels += runs.ends[run]! - start;
  });
  return [...patches.values()]
    .filter(({ pixels }) => pixels >= leastPixels && pixels <= mostPixels)
    .map(({ own, pixels }) => describe(map, width, runs, own, pixels));
}
