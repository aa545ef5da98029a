import { useState, type ReactNode } from 'react';
import type { AnswerOf, Endpoint } from '../../contract/endpoint.ts';
import type { Input } from '../api/call.ts';
import { useAction } from '../api/use-action.ts';
import { Button, type ButtonProps } from './button.tsx';
import { ConfirmDialog } from './confirm-dialog.tsx';

/** A button for what cannot be taken back: it asks first, then does it and closes. `changes` as in `useAction`. */
export function AskButton<E extends Endpoint>(props: {
  /** What is done: on the button, and again as the answer. */
  readonly action: string;
  readonly title: string;
  readonly kind?: NonNullable<ButtonProps['kind']>;
  readonly isDisabled?: boolean;
  readonly endpoint: E;
  readonly input: Input<E>;
  readonly changes: readonly string[];
  readonly onDone: (answer: AnswerOf<E>) => void;
  /** What will happen. */
  readonly children: ReactNode;
}) {
  const { action, title, kind = 'plain', isDisabled = false, input, changes, onDone } = props;
  const [isAsking, setAsking] = useState(false);
  const act = useAction(props.endpoint, {
    changes,
    onDone: (answer) => {
      setAsking(false);
      onDone(answer);
    },
  });
  const ask = (): void => {
    // What went wrong last time is no news any more.
    act.reset();
    setAsking(true);
  };
  return (
    <div>
      <Button kind={kind} isDisabled={isDisabled} onPress={ask}>
        {action}
      </Button>
      <ConfirmDialog
        title={title}
        action={action}
        isOpen={isAsking}
        isPending={act.isPending}
        error={act.error}
        onConfirm={() => {
          act.mutate(input);
        }}
        onClose={() => {
          setAsking(false);
        }}
      >
        {props.children}
      </ConfirmDialog>
    </div>
  );
}
