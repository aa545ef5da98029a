import { useEffect, useRef } from 'react';

const typingIn =
  'input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable], [role=listbox], [role=menu]';
const pressing = 'button, a, input, summary, [role=button], [role=radio], [role=checkbox]';
/** A tick is set by the space bar alone, so Enter is the page's there. */
const tick = 'input[type=checkbox], input[type=radio]';

function isForThePage(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return false;
  const target = event.target instanceof Element ? event.target : null;
  if (target?.closest(typingIn) != null) return false;
  // Enter and the space bar press what has the focus.
  const isPressed = event.key === ' ' || (event.key === 'Enter' && target?.matches(tick) !== true);
  if (isPressed && target?.closest(pressing) != null) return false;
  return document.querySelector('[role=dialog], [role=alertdialog]') === null;
}

/** What a key does; `false` leaves the key to the browser. */
export type KeyActions = Readonly<Record<string, (event: KeyboardEvent) => unknown>>;

/**
 * Single keys that do something anywhere on the page, by `KeyboardEvent.key` in lower case, `shift+` before it where
 * Shift is held with a key that has a name ('shift+arrowup'). They never fire while somebody types or a dialog is open.
 */
export function useKeys(actions: KeyActions, isOn = true): void {
  const latest = useRef(actions);
  useEffect(() => {
    latest.current = actions;
  });
  useEffect(() => {
    if (!isOn) return undefined;
    const onKeyDown = (event: KeyboardEvent): void => {
      const key = event.key.toLowerCase();
      const name = event.shiftKey && key.length > 1 ? `shift+${key}` : key;
      const action = latest.current[name];
      if (action === undefined || !isForThePage(event)) return;
      if (action(event) !== false) event.preventDefault();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => {
      document.removeEventListener('keydown', onKeyDown);
    };
  }, [isOn]);
}
