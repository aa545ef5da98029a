const shapes: Readonly<Record<string, string>> = {
  0: 'o',
  q: 'o',
  1: 'l',
  i: 'l',
  '|': 'l',
  j: 'l',
  5: 's',
  8: 'b',
  6: 'g',
  9: 'g',
  2: 'z',
};

/** A folded word with the shapes that readers of print confuse made one: 'J0hn' and 'john' have the same skeleton. */
export function ocrSkeleton(folded: string): string {
  return folded
    .replace(/rn/g, 'm')
    .replace(/cl/g, 'd')
    .replace(/vv/g, 'w')
    .replace(/[0q1i|j58692]/g, (shape) => shapes[shape] ?? shape);
}
