import { useFormats } from '../strings/use-formats.ts';

const hour = 60;
const day = 24 * hour;

/** Minutes within which something is done, as people say them: '40 minutes', '5 hours', '2.5 days'; none is one. */
export function useDuration(): (minutes: number) => string {
  const { duration } = useFormats();
  return (minutes) => {
    if (minutes < 2 * hour) return duration(Math.max(1, Math.round(minutes)), 'minute');
    return minutes < 2 * day ? duration(Math.round(minutes / hour), 'hour') : duration(minutes / day, 'day');
  };
}
