import { useState } from 'react';
import { meEndpoints, sessionEndpoints } from '../../contract/sign-in.ts';
import { useAction } from '../api/use-action.ts';
import { useStrings } from '../strings/use-strings.ts';
import { DialogButton } from '../ui/dialog-button.tsx';
import { FormDialog } from '../ui/form-dialog.tsx';
import { TextField } from '../ui/text-field.tsx';
import { toasts } from '../ui/toasts.ts';

/** Turn the second factor off; it takes a code to do so. */
export function RemoveSecondFactor() {
  const { account: words } = useStrings();
  return (
    <div>
      <DialogButton kind="danger" dialog={(close) => <RemoveDialog onClose={close} />}>
        {words.remove}
      </DialogButton>
    </div>
  );
}

function RemoveDialog({ onClose }: { readonly onClose: () => void }) {
  const { account: words } = useStrings();
  const [code, setCode] = useState('');
  const remove = useAction(meEndpoints.removeTotp, {
    changes: [sessionEndpoints.read.name],
    onDone: () => {
      onClose();
      toasts.show(words.removed);
    },
  });
  return (
    <FormDialog
      title={words.removeTitle}
      action={words.remove}
      kind="danger"
      sending={remove}
      onSend={() => {
        remove.mutate({ body: { code } });
      }}
      onClose={onClose}
    >
      <TextField
        label={words.removeCode}
        name="code"
        autoComplete="one-time-code"
        isRequired
        autoFocus
        value={code}
        onChange={setCode}
      />
    </FormDialog>
  );
}
