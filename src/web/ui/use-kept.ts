import { useState } from 'react';
import { keptWork } from './kept-work.ts';

/**
 * A state that is given back to whoever comes back to it: the end of a session, a phone's own "back" or another photo
 * takes one away from what is half done. `key` names it together with what it was begun on: begun on something else, it
 * is not given back. Without a key nothing is kept. `forget` it when it was sent or given up.
 */
export function useKept<Work>(key: string | undefined, first: () => Work) {
  const [work, setWork] = useState((): Work => {
    const before = key === undefined ? undefined : keptWork.find(key);
    return before === undefined ? first() : (before.work as Work);
  });
  const change = (turn: (before: Work) => Work): void => {
    setWork((before) => {
      const next = turn(before);
      if (key !== undefined) keptWork.keep(key, next);
      return next;
    });
  };
  const forget = (): void => {
    if (key !== undefined) keptWork.forget(key);
  };
  return { work, change, forget };
}
