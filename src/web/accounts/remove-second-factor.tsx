import { useState } from 'react';
import { meEndpoints, sessionEndpoints } from '../../contract/sign-in.ts';
import { useAction } from '../api/use-action.ts';
import { useStrings } from '../strings/use-strings.ts';
import { Button } from '../ui/button.tsx';
import { FormDialog } from '../ui/form-dialog.tsx';
import { TextField } from '../ui/text-field.tsx';
import { toasts } from '../ui/toasts.ts';

/** Turn the second factor off; it takes a code to do so. */
export function RemoveSecondFactor() {
  const { account: words } = useStrings();
  const [isOpen, setOpen] = useState(false);
  const [code, setCode] = useState('');
  const remove = useAction(meEndpoints.removeTotp, {
    changes: [sessionEndpoints.read.name],
    onDone: () => {
      setOpen(false);
      toasts.show(words.removed);
    },
  });
  const open = (): void => {
    setCode('');
    setOpen(true);
  };
  return (
    <div>
      <Button kind="danger" onPress={open}>
        {words.remove}
      </Button>
      <FormDialog
        title={words.removeTitle}
        action={words.remove}
        kind="danger"
        sending={remove}
        isOpen={isOpen}
        onSend={() => {
          remove.mutate({ body: { code } });
        }}
        onClose={() => {
          setOpen(false);
        }}
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
    </div>
  );
}
