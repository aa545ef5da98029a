import { englishFormats } from './english-formats.ts';
import type { Language } from './strings.ts';
import { welshFormats } from './welsh-formats.ts';

export type DurationUnit = 'day' | 'hour' | 'minute' | 'second';

/** How days, moments, numbers and lists are written in the person's language. */
export interface Formats {
  /** '3 March 2026', from '2026-03-03'. */
  readonly day: (day: string) => string;
  /** '3 Mar', from '2026-03-03', where there is little room. */
  readonly shortDay: (day: string) => string;
  /** '3 March 2026 at 14:05', from an ISO moment. */
  readonly moment: (iso: string) => string;
  /** '2 hours ago', from an ISO moment. */
  readonly ago: (iso: string) => string;
  /** '2.5 days'. */
  readonly duration: (value: number, unit: DurationUnit) => string;
  readonly number: (value: number) => string;
  /** '12%', from .12. */
  readonly percent: (share: number) => string;
  /** 'a, b and c'. */
  readonly list: (items: readonly string[]) => string;
}

/** The formats of a language, whatever the language of the pages. */
export function formatsOf(language: Language): Formats {
  return language === 'cy' ? welshFormats() : englishFormats();
}
