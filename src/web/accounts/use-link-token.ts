import { useState } from 'react';

/**
 * The secret of a one-time link: it stands behind the #, so it reaches no log. It is taken out of the address at once,
 * so that it stays in no history and no bookmark.
 */
export function useLinkToken(): string {
  const [token] = useState(() => window.location.hash.slice(1));
  if (window.location.hash !== '') window.history.replaceState(window.history.state, '', window.location.pathname);
  return token;
}
