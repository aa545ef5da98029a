import { todayIso } from './today-iso.ts';

/** The day here of a moment, given as UTC ISO text. */
export function dayOf(moment: string): string {
  return todayIso(new Date(moment));
}
