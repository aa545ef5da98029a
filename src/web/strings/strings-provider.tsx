import { useEffect, useState, type ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components';
import type { Language, Strings } from './strings.ts';
import { stringsEn } from './strings-en.ts';
import { StringsContext } from './use-strings.ts';

const storageKey = 'language';

const loaders: Record<Language, () => Promise<Strings>> = {
  en: () => Promise.resolve(stringsEn),
  cy: async () => (await import('./strings-cy.ts')).stringsCy,
};

function chosenLanguage(): Language {
  const kept = localStorage.getItem(storageKey);
  return kept === 'cy' || (kept === null && navigator.language.startsWith('cy')) ? 'cy' : 'en';
}

/** Gives every page its words; the choice is kept in this browser. English is shown until Welsh has been loaded. */
export function StringsProvider({ children }: { readonly children: ReactNode }) {
  const [language, choose] = useState(chosenLanguage);
  const [loaded, setLoaded] = useState<{ language: Language; strings: Strings }>({
    language: 'en',
    strings: stringsEn,
  });
  useEffect(() => {
    let isCurrent = true;
    void loaders[language]().then((strings) => {
      if (isCurrent) setLoaded({ language, strings });
    });
    return () => {
      isCurrent = false;
    };
  }, [language]);
  useEffect(() => {
    document.documentElement.lang = loaded.language === 'cy' ? 'cy' : 'en-GB';
  }, [loaded.language]);
  const setLanguage = (next: Language): void => {
    localStorage.setItem(storageKey, next);
    choose(next);
  };
  return (
    <StringsContext value={{ ...loaded, setLanguage }}>
      <I18nProvider locale={loaded.language === 'cy' ? 'cy-GB' : 'en-GB'}>{children}</I18nProvider>
    </StringsContext>
  );
}
