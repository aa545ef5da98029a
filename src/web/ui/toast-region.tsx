import { useSyncExternalStore } from 'react';
import { useStrings } from '../strings/use-strings.ts';
import { Button } from './button.tsx';
import { toasts } from './toasts.ts';

/** Short messages about what was just done, with a way to take it back. Announced, and they stay while focused. */
export function ToastRegion() {
  const { common } = useStrings();
  const shown = useSyncExternalStore(toasts.subscribe, toasts.read);
  return (
    <div className="toasts no-print" role="status" aria-live="polite">
      {shown.map((toast) => (
        <div className="toast" key={toast.id}>
          <span>{toast.message}</span>
          <span className="row">
            {toast.undo !== undefined && (
              <Button
                isSmall
                onPress={() => {
                  toast.undo?.();
                  toasts.close(toast.id);
                }}
              >
                {common.undo}
              </Button>
            )}
            <Button
              isSmall
              aria-label={common.close}
              onPress={() => {
                toasts.close(toast.id);
              }}
            >
              ✕
            </Button>
          </span>
        </div>
      ))}
    </div>
  );
}
