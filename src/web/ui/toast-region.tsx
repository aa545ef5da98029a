import { useRef, useSyncExternalStore, type FocusEvent } from 'react';
import { useStrings } from '../strings/use-strings.ts';
import { Button } from './button.tsx';
import { toasts, type Toast } from './toasts.ts';

/**
 * Short messages about what was just done, with a way to take it back. Announced, and they stay while somebody is on them;
 * the focus goes back to where it was when they are closed.
 */
export function ToastRegion() {
  const shown = useSyncExternalStore(toasts.subscribe, toasts.read);
  const before = useRef<HTMLElement | null>(null);
  const keepBefore = ({ currentTarget, relatedTarget }: FocusEvent): void => {
    if (relatedTarget instanceof HTMLElement && !currentTarget.contains(relatedTarget)) before.current = relatedTarget;
  };
  const close = (id: number): void => {
    toasts.close(id);
    before.current?.focus({ preventScroll: true });
  };
  return (
    <div className="toasts no-print" role="status" aria-live="polite" onFocus={keepBefore}>
      {shown.map((toast) => (
        <Message
          key={toast.id}
          toast={toast}
          onClose={() => {
            close(toast.id);
          }}
        />
      ))}
    </div>
  );
}

function Message({ toast, onClose }: { readonly toast: Toast; readonly onClose: () => void }) {
  const { common } = useStrings();
  return (
    <div className="toast">
      <span>{toast.message}</span>
      <span className="row">
        {toast.undo !== undefined && (
          <Button
            isSmall
            onPress={() => {
              toast.undo?.();
              onClose();
            }}
          >
            {common.undo}
          </Button>
        )}
        <Button isSmall aria-label={common.close} onPress={onClose}>
          ✕
        </Button>
      </span>
    </div>
  );
}
