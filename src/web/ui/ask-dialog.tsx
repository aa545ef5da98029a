import type { ReactNode } from 'react';
import type { AnswerOf, Endpoint } from '../../contract/endpoint.ts';
import type { Input } from '../api/call.ts';
import { useAction } from '../api/use-action.ts';
import { ConfirmDialog } from './confirm-dialog.tsx';

export interface AskDialogProps<E extends Endpoint> {
  /** What is done: the answer to the question. */
  readonly action: string;
  readonly title: string;
  readonly endpoint: E;
  readonly input: Input<E>;
  /** As in `useAction`. */
  readonly changes: readonly string[];
  /** After it is done and the dialog is closed. */
  readonly onDone: (answer: AnswerOf<E>) => void;
  readonly onClose: () => void;
  /** What will happen, and what else must be said. */
  readonly children: ReactNode;
}

/** Asks before something that cannot be taken back, does it and closes; stays open and says why where it fails. */
export function AskDialog<E extends Endpoint>(props: AskDialogProps<E>) {
  const act = useAction(props.endpoint, {
    changes: props.changes,
    onDone: (answer) => {
      props.onClose();
      props.onDone(answer);
    },
  });
  return (
    <ConfirmDialog
      title={props.title}
      action={props.action}
      isPending={act.isPending}
      error={act.error}
      onConfirm={() => {
        act.mutate(props.input);
      }}
      onClose={props.onClose}
    >
      {props.children}
    </ConfirmDialog>
  );
}
