export type Theme = 'system' | 'light' | 'dark';

const storageKey = 'theme';

/** The colours chosen in this browser. */
export function readTheme(): Theme {
  const kept = localStorage.getItem(storageKey);
  return kept === 'light' || kept === 'dark' ? kept : 'system';
}

/** Put the chosen colours on the page. */
export function applyTheme(theme: Theme = readTheme()): void {
  localStorage.setItem(storageKey, theme);
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
}
