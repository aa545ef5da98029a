/**
 * One probe against a gallery: likeness to its own subject (-Infinity when there is no face), whether that came first,
 * and the best likeness when its own subject is not in the gallery.
 */
export interface Search {
  readonly own: number;
  readonly isFirst: boolean;
  readonly bestOther: number;
}

export interface SearchRates {
  readonly falseAlarmRate: number;
  readonly missRate: number;
  readonly from: number;
}

/**
 * FNIR at a given FPIR: the threshold lets the given share of searches without their own subject raise an alarm; a
 * search misses when its own subject is not above that threshold or not first.
 */
export function measureSearches(searches: readonly Search[], falseAlarmRate: number): SearchRates {
  const others = searches.map(({ bestOther }) => bestOther).sort((a, b) => b - a);
  const from = others[Math.floor(falseAlarmRate * others.length)] ?? -Infinity;
  const missed = searches.filter(({ own, isFirst }) => own <= from || !isFirst).length;
  return { falseAlarmRate, missRate: missed / searches.length, from };
}
