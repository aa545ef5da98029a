/** At most `limit` of the items, evenly spread; all of them without a limit. */
export function sampleEvenly<Item>(items: readonly Item[], limit: string | undefined): Item[] {
  const most = limit === undefined ? items.length : Number(limit);
  if (!(most > 0)) throw new Error('--limit needs a number above 0');
  if (most >= items.length) return [...items];
  return Array.from({ length: most }, (_, at) => items[Math.floor((at * items.length) / most)]!);
}
