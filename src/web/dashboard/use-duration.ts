import { useLanguage } from '../strings/use-strings.ts';

const hour = 60;
const day = 24 * hour;

/** Minutes as people say them: '40 minutes', '5 hours', '2.5 days'. */
export function useDuration(): (minutes: number) => string {
  const { language } = useLanguage();
  const locale = language === 'cy' ? 'cy-GB' : 'en-GB';
  const say = (value: number, unit: 'minute' | 'hour' | 'day', digits: number): string =>
    new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long', maximumFractionDigits: digits }).format(
      value,
    );
  return (minutes) => {
    if (minutes < 2 * hour) return say(minutes, 'minute', 0);
    return minutes < 2 * day ? say(minutes / hour, 'hour', 0) : say(minutes / day, 'day', 1);
  };
}
