/** Cost of taking one shape for another where that is common; anything else costs 1. Both orders count. */
const likeShapes: readonly (readonly [string, string, number])[] = [
  ...['0o', '1l', '1i', 'il', '|l', '|i', '5s', '8b', '9g', '2z'].map((pair) => [pair[0]!, pair[1]!, 0.3] as const),
  ...['6g', '6b', 'oq', '0q', '0d', 'ij', '1j', 'lj', 'uv', 'ce', 'hn', 'ft', 'gq', 'gy', 'vy', '4a', '3e', '7t'].map(
    (pair) => [pair[0]!, pair[1]!, 0.4] as const,
  ),
  ['rn', 'm', 0.3],
  ['cl', 'd', 0.3],
  ['vv', 'w', 0.3],
  ['nn', 'm', 0.4],
  ['ii', 'u', 0.4],
  ['li', 'h', 0.4],
  ['lc', 'k', 0.4],
];

const costs = new Map<string, number>();
for (const [one, other, cost] of likeShapes) {
  costs.set(`${one}>${other}`, cost);
  costs.set(`${other}>${one}`, cost);
}

/** A doubled letter is easily lost or gained. */
const doubled = 0.5;

function stepCosts(read: string, name: string, i: number, j: number, at: (i: number, j: number) => number): number[] {
  const [a, b] = [read[i - 1], name[j - 1]];
  const steps: number[] = [];
  if (i > 0) steps.push(at(i - 1, j) + (i > 1 && a === read[i - 2] ? doubled : 1));
  if (j > 0) steps.push(at(i, j - 1) + (j > 1 && b === name[j - 2] ? doubled : 1));
  if (i > 0 && j > 0) steps.push(at(i - 1, j - 1) + (a === b ? 0 : (costs.get(`${a!}>${b!}`) ?? 1)));
  const two = costs.get(`${read.slice(i - 2, i)}>${b ?? ''}`);
  if (i > 1 && j > 0 && two !== undefined) steps.push(at(i - 2, j - 1) + two);
  const split = costs.get(`${a ?? ''}>${name.slice(j - 2, j)}`);
  if (i > 0 && j > 1 && split !== undefined) steps.push(at(i - 1, j - 2) + split);
  if (i > 1 && j > 1 && a === name[j - 2] && b === read[i - 2]) steps.push(at(i - 2, j - 2) + 1);
  return steps;
}

/**
 * Edit distance between two folded words, cheaper where print is commonly misread (0 and O, rn and m). Symmetric, and 0
 * only for equal words. Wagner and Fischer's table, with steps over two letters; two that changed places are one slip.
 */
export function ocrDistance(read: string, name: string): number {
  const width = name.length + 1;
  const table = new Float64Array((read.length + 1) * width);
  const at = (i: number, j: number): number => table[i * width + j]!;
  for (let i = 0; i <= read.length; i += 1) {
    for (let j = i === 0 ? 1 : 0; j <= name.length; j += 1) {
      table[i * width + j] = Math.min(...stepCosts(read, name, i, j, at));
    }
  }
  return at(read.length, name.length);
}
