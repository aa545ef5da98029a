import { addDays, beginningOf, dayIn } from './school-day.ts';

/** Where the time comes from, so that tests can choose it, and where the school is. */
export interface Clock {
  readonly now: () => Date;
  /** The school's time zone, as IANA names it. Moments are kept in UTC; days are the school's. */
  readonly zone: string;
}

export const defaultZone = 'Europe/London';

/** The machine's own time, at a school in this zone. */
export function clockIn(zone: string): Clock {
  return { now: () => new Date(), zone };
}

/** The machine's own time, at a school in Britain. */
export const systemClock: Clock = clockIn(defaultZone);

/** UTC ISO text with milliseconds, as every time in the database is written. */
export function isoNow(clock: Clock): string {
  return clock.now().toISOString();
}

/** UTC ISO text some milliseconds from now; negative for the past. */
export function isoFromNow(clock: Clock, ms: number): string {
  return new Date(clock.now().getTime() + ms).toISOString();
}

/** Today at the school as an ISO day, e.g. 2026-03-31. */
export function isoToday(clock: Clock): string {
  return dayIn(clock.zone, clock.now());
}

/** The school's ISO day some days from today; negative for the past. */
export function isoDayFromToday(clock: Clock, days: number): string {
  return addDays(isoToday(clock), days);
}

/** The school's ISO day of a moment, given as UTC ISO text. */
export function isoDayOf(clock: Pick<Clock, 'zone'>, moment: string): string {
  return dayIn(clock.zone, new Date(moment));
}

/** The moment at which an ISO day begins at the school, as UTC ISO text. */
export function isoBeginningOf(clock: Pick<Clock, 'zone'>, day: string): string {
  return beginningOf(clock.zone, day).toISOString();
}

/** The moment at which an ISO day is over at the school, which is the first of the next, as UTC ISO text. */
export function isoEndOf(clock: Pick<Clock, 'zone'>, day: string): string {
  return isoBeginningOf(clock, addDays(day, 1));
}
