import type { MarkKind } from '../ui/mark.tsx';
import type { HomeLine } from './home-card.tsx';

/** A line for each count that is not zero. */
export function sayLines(...lines: readonly (readonly [number, MarkKind, (count: number) => string])[]): HomeLine[] {
  return lines.filter(([count]) => count > 0).map(([count, look, say]) => ({ look, text: say(count) }));
}

/** A count of a first page: where there are more pages, it says so. */
export function sayCount(
  page: { readonly items: readonly unknown[]; readonly next: string | null },
  atLeast: (count: number) => string,
): string {
  return page.next === null ? String(page.items.length) : atLeast(page.items.length);
}
