import { useState, type ReactNode } from 'react';
import { Button, type ButtonProps } from './button.tsx';

/** A button that opens a dialog; `dialog` makes it, and is told what closes it. */
export function DialogButton({
  dialog,
  ...button
}: Omit<ButtonProps, 'onPress'> & { readonly dialog: (close: () => void) => ReactNode }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        {...button}
        onPress={() => {
          setOpen(true);
        }}
      />
      {isOpen &&
        dialog(() => {
          setOpen(false);
        })}
    </>
  );
}
