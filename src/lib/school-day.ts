const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known !== undefined) return known;
  const parts = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;
  const made = new Intl.DateTimeFormat('en-GB', { timeZone: zone, calendar: 'gregory', ...parts });
  formats.set(zone, made);
  return made;
}

/** The ISO day on a wall calendar in a time zone (IANA, 'Europe/London') at a moment. */
export function dayIn(zone: string, moment: Date): string {
  const parts = formatOf(zone).formatToParts(moment);
  const of = (type: Intl.DateTimeFormatPartTypes): string => parts.find((part) => part.type === type)!.value;
  return `${of('year').padStart(4, '0')}-${of('month')}-${of('day')}`;
}

/** The first moment of an ISO day in a time zone, wherever the clocks are changed. */
export function beginningOf(zone: string, day: string): Date {
  const midnight = Date.parse(`${day}T00:00:00.000Z`);
  // Zones lie at most 14 hours before and 12 behind. The day never goes back, so halving finds its first millisecond.
  let [before, within] = [midnight - 15 * hourMs, midnight + 13 * hourMs];
  while (within - before > 1) {
    const middle = Math.floor((before + within) / 2);
    if (dayIn(zone, new Date(middle)) < day) before = middle;
    else within = middle;
  }
  return new Date(within);
}

const hourMs = 3_600_000;

const lastDay = '9999-12-31';

/** The ISO day some days after another; before it when negative. There is none after 9999-12-31. */
export function addDays(day: string, count: number): string {
  const added = new Date(Date.parse(`${day}T00:00:00.000Z`) + count * 24 * hourMs).toISOString();
  return added.startsWith('+') ? lastDay : added.slice(0, 10);
}
