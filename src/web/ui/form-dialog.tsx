import type { ReactNode } from 'react';
import { Dialog } from './dialog.tsx';
import { SendForm, type SendFormProps } from './send-form.tsx';

/** A dialog that is filled in and sent, or left by its second button. */
export function FormDialog({
  title,
  intro,
  onClose,
  ...form
}: Omit<SendFormProps, 'onCancel'> & {
  readonly title: string;
  /** What to know before filling it in, above the form. */
  readonly intro?: ReactNode;
  readonly onClose: () => void;
}) {
  return (
    <Dialog title={title} onClose={onClose}>
      {intro}
      <SendForm {...form} onCancel={onClose} />
    </Dialog>
  );
}
