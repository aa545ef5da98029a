import { wilson } from './wilson.ts';

/** Counts successes by name of group. */
export class Tally {
  readonly groups = new Map<string, { count: number; successes: number }>();

  add(group: string, success: boolean): void {
    const entry = this.groups.get(group) ?? { count: 0, successes: 0 };
    entry.count += 1;
    if (success) entry.successes += 1;
    this.groups.set(group, entry);
  }

  /** 'group', 'n', 'share', '95 %' for a table, in the order of first mention. */
  rows(): string[][] {
    return [...this.groups].map(([group, { count, successes }]) => [
      group,
      String(count),
      (successes / count).toFixed(3),
      wilson(successes, count)
        .map((end) => end.toFixed(3))
        .join('-'),
    ]);
  }

  figures(): Record<string, { count: number; share: number }> {
    return Object.fromEntries(
      [...this.groups].map(([group, { count, successes }]) => [group, { count, share: successes / count }]),
    );
  }
}
