import { addDays } from '../../lib/school-day.ts';
import type { Checked } from './read-checked.ts';

const aMonday = '1970-01-05';
const dayMs = 86_400_000;

/** The Monday on or before a day, as an ISO day. */
function mondayOf(day: string): string {
  return addDays(day, -(((Date.parse(day) - Date.parse(aMonday)) / dayMs) % 7));
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
  for (let monday = mondayOf(from); monday <= until; monday = addDays(monday, 7)) {
    weeks.set(monday, { from: monday, clear: 0, review: 0, block: 0, unchecked: 0 });
  }
  for (const { uploadedAt, first } of checked) {
    const week = weeks.get(mondayOf(dayOf(uploadedAt)));
    const name = first?.verdict ?? 'unchecked';
    if (week !== undefined) weeks.set(week.from, { ...week, [name]: week[name] + 1 });
  }
  return [...weeks.values()];
}
