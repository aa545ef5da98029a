const shownMs = 8_000;

export interface Toast {
  readonly id: number;
  readonly message: string;
  readonly undo?: (() => void) | undefined;
}

let shown: readonly Toast[] = [];
let lastId = 0;
const listeners = new Set<() => void>();

function change(next: readonly Toast[]): void {
  shown = next;
  for (const listener of listeners) listener();
}

/** Whether somebody is on the messages, with the keyboard or the pointer. */
function areUsed(): boolean {
  return document.querySelector('.toasts:is(:focus-within, :hover)') !== null;
}

function closeUnused(id: number): void {
  if (areUsed()) setTimeout(closeUnused, 1_000, id);
  else toasts.close(id);
}

/**
 * Short messages about what was just done; the newest three are kept for eight seconds each, and for as long as somebody
 * is on them. `show` returns its id.
 */
export const toasts = {
  show: (message: string, undo?: () => void): number => {
    const id = (lastId += 1);
    change([...shown.slice(-2), { id, message, undo }]);
    setTimeout(closeUnused, shownMs, id);
    return id;
  },
  close: (id: number): void => {
    change(shown.filter((toast) => toast.id !== id));
  },
  read: (): readonly Toast[] => shown,
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  },
};
