import type { ReactNode } from 'react';
import { useStrings } from '../strings/use-strings.ts';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { ErrorNotice } from './error-notice.tsx';

/** Ask before something that cannot be taken back. The way out comes first. */
export function ConfirmDialog(props: {
  readonly title: string;
  readonly children: ReactNode;
  readonly action: string;
  readonly isPending?: boolean;
  readonly error?: unknown;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}) {
  const { common } = useStrings();
  return (
    <Dialog title={props.title} onClose={props.onClose}>
      <div className="stack">{props.children}</div>
      <ErrorNotice error={props.error} />
      <div className="row">
        <Button autoFocus onPress={props.onClose}>
          {common.cancel}
        </Button>
        <Button kind="danger" isPending={props.isPending ?? false} onPress={props.onConfirm}>
          {props.action}
        </Button>
      </div>
    </Dialog>
  );
}
