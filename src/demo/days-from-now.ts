import { isoDayFromToday, systemClock } from '../lib/clock.ts';

/** The day this many days from today in Britain, e.g. 2026-03-31. */
export function daysFromNow(days: number): string {
  return isoDayFromToday(systemClock, days);
}
