import type { Checked } from './read-checked.ts';

const weekMs = 7 * 86_400_000;
/** 5 January 1970 was a Monday. */
const aMonday = 4 * 86_400_000;

/** The Monday on or before a day, as an ISO day. */
function mondayOf(day: string): string {
  const passed = (Date.parse(day) - aMonday) % weekMs;
  return new Date(Date.parse(day) - passed).toISOString().slice(0, 10);
}

export interface Week {
  readonly from: string;
  readonly clear: number;
  readonly review: number;
  readonly block: number;
  readonly unchecked: number;
}

/**
 * Every week from one ISO day to another, empty ones too, with its photos by what the first check said. `dayOf` says on
 * which day at the school a moment falls.
 */
export function countByWeek(
  checked: readonly Checked[],
  { from, until, dayOf }: { readonly from: string; readonly until: string; readonly dayOf: (moment: string) => string },
): Week[] {
  const weeks = new Map<string, Week>();
  for (let at = Date.parse(mondayOf(from)); at <= Date.parse(until); at += weekMs) {
    const monday = new Date(at).toISOString().slice(0, 10);
    weeks.set(monday, { from: monday, clear: 0, review: 0, block: 0, unchecked: 0 });
  }
  for (const { uploadedAt, first } of checked) {
    const week = weeks.get(mondayOf(dayOf(uploadedAt)));
    const name = first?.verdict ?? 'unchecked';
    if (week !== undefined) weeks.set(week.from, { ...week, [name]: week[name] + 1 });
  }
  return [...weeks.values()];
}
