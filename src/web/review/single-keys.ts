import { useSyncExternalStore } from 'react';

const storageKey = 'single-keys';
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

/** Whether single keys do something: some people’s tools press keys they did not mean. Kept in this browser. */
export function useSingleKeys(): { readonly isOn: boolean; readonly turn: (isOn: boolean) => void } {
  const isOn = useSyncExternalStore(subscribe, () => localStorage.getItem(storageKey) !== 'off');
  return {
    isOn,
    turn: (next) => {
      localStorage.setItem(storageKey, next ? 'on' : 'off');
      for (const listener of listeners) listener();
    },
  };
}
