import type { Endpoint } from '../../contract/endpoint.ts';
import { AskDialog, type AskDialogProps } from './ask-dialog.tsx';
import type { ButtonProps } from './button.tsx';
import { DialogButton } from './dialog-button.tsx';

/** A button for what cannot be taken back: it says what it does, and asks first. */
export function AskButton<E extends Endpoint>({
  kind = 'plain',
  isSmall = false,
  isDisabled = false,
  about,
  ...ask
}: Omit<AskDialogProps<E>, 'onClose'> &
  Pick<ButtonProps, 'kind' | 'isSmall' | 'isDisabled'> & {
    /** Whom or what it is about, where there are several such buttons: read aloud after what is done. */
    readonly about?: string;
  }) {
  return (
    <div>
      <DialogButton
        {...{ kind, isSmall, isDisabled }}
        {...(about === undefined ? {} : { 'aria-label': `${ask.action}: ${about}` })}
        dialog={(close) => <AskDialog<E> {...ask} onClose={close} />}
      >
        {ask.action}
      </DialogButton>
    </div>
  );
}
