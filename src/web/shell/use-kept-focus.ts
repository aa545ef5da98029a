import { useEffect, type RefObject } from 'react';

/**
 * Keep the keyboard's place: when what has the focus is taken off the page (a row that is done, a button that did its
 * work), the focus goes to the nearest thing around it that is still there, not to the top of the document.
 */
export function useKeptFocus(root: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const { current } = root;
    if (current === null) return;
    let around: readonly HTMLElement[] = [];
    const note = ({ target }: FocusEvent): void => {
      around = target instanceof HTMLElement ? pathUp(target, current) : [];
    };
    const observer = new MutationObserver(() => {
      if (document.activeElement !== document.body || around[0]?.isConnected !== false) return;
      const nearest = around.find(({ isConnected }) => isConnected) ?? current;
      if (!nearest.hasAttribute('tabindex')) nearest.tabIndex = -1;
      nearest.focus({ preventScroll: true });
    });
    current.addEventListener('focusin', note);
    observer.observe(document.body, { childList: true, subtree: true });
    return () => {
      current.removeEventListener('focusin', note);
      observer.disconnect();
    };
  }, [root]);
}

function pathUp(from: HTMLElement, to: HTMLElement): HTMLElement[] {
  const path: HTMLElement[] = [];
  for (let at: HTMLElement | null = from; at !== null && to.contains(at); at = at.parentElement) path.push(at);
  return path;
}
