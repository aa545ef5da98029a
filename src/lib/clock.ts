/** Where the time comes from, so that tests can choose it. */
export interface Clock {
  readonly now: () => Date;
}

/** The machine's own time. */
export const systemClock: Clock = { now: () => new Date() };

/** UTC ISO text with milliseconds, as every time in the database is written. */
export function isoNow(clock: Clock): string {
  return clock.now().toISOString();
}

/** UTC ISO text some milliseconds from now; negative for the past. */
export function isoFromNow(clock: Clock, ms: number): string {
  return new Date(clock.now().getTime() + ms).toISOString();
}

/** The ISO day (UTC) of now, e.g. 2026-03-31. */
export function isoToday(clock: Clock): string {
  return isoNow(clock).slice(0, 10);
}
