/** How days, moments, numbers and lists are written in the person's language. */
export interface Formats {
  /** '3 March 2026', from '2026-03-03'. */
  readonly day: (day: string) => string;
  /** '3 Mar', from '2026-03-03', where there is little room. */
  readonly shortDay: (day: string) => string;
  /** '3 March 2026, 14:05', from an ISO moment. */
  readonly moment: (iso: string) => string;
  /** 'two hours ago', from an ISO moment. */
  readonly ago: (iso: string) => string;
  readonly number: (value: number) => string;
  /** '12 %', from .12. */
  readonly percent: (share: number) => string;
  /** 'a, b and c'. */
  readonly list: (items: readonly string[]) => string;
}

const steps = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

/** The formats of a locale, whatever the language of the pages. */
export function formatsOf(locale: string): Formats {
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  const shortDay = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  const moment = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short' });
  const ago = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const number = new Intl.NumberFormat(locale);
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  const list = new Intl.ListFormat(locale);
  return {
    day: (text) => day.format(new Date(`${text}T00:00:00Z`)),
    shortDay: (text) => shortDay.format(new Date(`${text}T00:00:00Z`)),
    moment: (iso) => moment.format(new Date(iso)),
    ago: (iso) => {
      const passed = Date.parse(iso) - Date.now();
      const [unit, ms] = steps.find(([, step]) => Math.abs(passed) >= step) ?? ['second', 1_000];
      return ago.format(Math.round(passed / ms), unit);
    },
    number: (value) => number.format(value),
    percent: (share) => percent.format(share),
    list: (items) => list.format(items),
  };
}
