import type { DurationUnit } from './formats-of.ts';

const units = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

/** How far from now a moment is, in the largest unit that it fills; negative when it has passed. */
export function timePassed(iso: string): { readonly count: number; readonly unit: DurationUnit } {
  const passed = Date.parse(iso) - Date.now();
  const [unit, ms] = units.find(([, step]) => Math.abs(passed) >= step) ?? (['second', 1_000] as const);
  return { count: Math.round(passed / ms), unit };
}
