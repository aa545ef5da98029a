import type { DurationUnit, Formats } from './formats-of.ts';
import { timePassed } from './time-passed.ts';

const months = [
  ['Ionawr', 'Ion'],
  ['Chwefror', 'Chwef'],
  ['Mawrth', 'Maw'],
  ['Ebrill', 'Ebr'],
  ['Mai', 'Mai'],
  ['Mehefin', 'Meh'],
  ['Gorffennaf', 'Gorff'],
  ['Awst', 'Awst'],
  ['Medi', 'Medi'],
  ['Hydref', 'Hyd'],
  ['Tachwedd', 'Tach'],
  ['Rhagfyr', 'Rhag'],
] as const;

const units: Readonly<Record<DurationUnit, string>> = {
  day: 'diwrnod',
  hour: 'awr',
  minute: 'munud',
  second: 'eiliad',
};

/** Two softens the first letter of what is counted. */
const afterTwo: Readonly<Record<DurationUnit, string>> = { ...units, day: 'ddiwrnod', minute: 'funud' };

const nearDays: Readonly<Record<number, string>> = { [-1]: 'ddoe', 0: 'heddiw', 1: 'yfory' };

/** Welsh writes digits as English does. */
const locale = 'en-GB';

/**
 * Welsh, from tables of our own: Chromium ships without the Welsh ones and would quietly write English. The words are
 * those of the Unicode CLDR for Welsh.
 */
export function welshFormats(): Formats {
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const whole = new Intl.NumberFormat(locale);
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  const clock = new Intl.DateTimeFormat(locale, { timeStyle: 'short' });
  const duration: Formats['duration'] = (value, unit) =>
    `${number.format(value)} ${(value === 2 ? afterTwo : units)[unit]}`;
  return {
    day: (text) => {
      const date = new Date(`${text}T00:00:00Z`);
      return `${date.getUTCDate()} ${months[date.getUTCMonth()]![0]} ${date.getUTCFullYear()}`;
    },
    shortDay: (text) => {
      const date = new Date(`${text}T00:00:00Z`);
      return `${date.getUTCDate()} ${months[date.getUTCMonth()]![1]}`;
    },
    moment: (iso) => {
      const date = new Date(iso);
      return `${date.getDate()} ${months[date.getMonth()]![0]} ${date.getFullYear()} am ${clock.format(date)}`;
    },
    ago: (iso) => {
      const { count, unit } = timePassed(iso);
      if (unit === 'day' && count in nearDays) return nearDays[count]!;
      if (count === 0) return 'nawr';
      const said = duration(Math.abs(count), unit);
      return count < 0 ? `${said} yn ôl` : `ymhen ${said}`;
    },
    duration,
    number: (value) => whole.format(value),
    percent: (share) => percent.format(share),
    list: joinWelsh,
  };
}

/** 'a, b ac c': “a” is “ac” before a vowel. */
function joinWelsh(items: readonly string[]): string {
  const last = items.at(-1) ?? '';
  if (items.length < 2) return last;
  const and = /^[aeiouwyâêîôûŵŷáéíóúàèìòùäëïöü]/i.test(last) ? 'ac' : 'a';
  return `${items.slice(0, -1).join(', ')} ${and} ${last}`;
}
