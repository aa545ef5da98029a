import { useMemo } from 'react';
import { formatsOf, type Formats } from './formats-of.ts';
import { useLanguage } from './use-strings.ts';

/** How days, moments, numbers and lists are written in the person's language. */
export function useFormats(): Formats {
  const { language } = useLanguage();
  return useMemo(() => formatsOf(language), [language]);
}
