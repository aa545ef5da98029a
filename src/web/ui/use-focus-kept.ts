import { useEffect, useRef, type RefObject } from 'react';

/**
 * Where what had the focus is taken away, as the button beside something that was removed, the focus would be nowhere and
 * the next Tab begin at the top of the page. It goes to the element that the answer is given to (`tabIndex={-1}`) instead.
 * `shown` is another text whenever something was taken away.
 */
export function useFocusKept<Element extends HTMLElement>(shown: string): RefObject<Element | null> {
  const place = useRef<Element>(null);
  const before = useRef(shown);
  useEffect(() => {
    if (before.current !== shown && document.activeElement === document.body) place.current?.focus();
    before.current = shown;
  }, [shown]);
  return place;
}
