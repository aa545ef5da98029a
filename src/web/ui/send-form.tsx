import type { ReactNode } from 'react';
import { useStrings } from '../strings/use-strings.ts';
import { Button, type ButtonProps } from './button.tsx';
import { Form, type Sending } from './form.tsx';

export interface SendFormProps {
  /** What the form is called, for those who hear it. */
  readonly label?: string;
  /** On the button that sends. */
  readonly action: string;
  readonly kind?: NonNullable<ButtonProps['kind']>;
  readonly sending: Sending;
  readonly onSend: () => void;
  /** The way out, where the form has one. */
  readonly onCancel?: () => void;
  /** The fields. */
  readonly children: ReactNode;
}

/** A form with its buttons below the fields: one sends, and one gives up where there is somewhere to go back to. */
export function SendForm({ label, action, kind = 'primary', sending, onSend, onCancel, children }: SendFormProps) {
  const { common } = useStrings();
  return (
    <Form {...(label === undefined ? {} : { label })} sending={sending} onSubmit={onSend}>
      {children}
      <div className="row">
        <Button kind={kind} type="submit" isPending={sending.isPending}>
          {action}
        </Button>
        {onCancel !== undefined && <Button onPress={onCancel}>{common.cancel}</Button>}
      </div>
    </Form>
  );
}
