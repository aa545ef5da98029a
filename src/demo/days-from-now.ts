/** The day this many days from today, UTC, e.g. 2026-03-31. */
export function daysFromNow(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}
