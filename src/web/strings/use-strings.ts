import { createContext, useContext } from 'react';
import type { Language, Strings } from './strings.ts';
import { stringsEn } from './strings-en.ts';

/** The language in use and its words. */
export const StringsContext = createContext<{
  readonly strings: Strings;
  readonly language: Language;
  readonly setLanguage: (language: Language) => void;
}>({ strings: stringsEn, language: 'en', setLanguage: () => undefined });

/** The words of the pages in the person's language. */
export function useStrings(): Strings {
  return useContext(StringsContext).strings;
}

/** The language itself, to show or change it. */
export function useLanguage(): { readonly language: Language; readonly setLanguage: (language: Language) => void } {
  return useContext(StringsContext);
}
