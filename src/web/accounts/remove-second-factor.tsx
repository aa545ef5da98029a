import { useState } from 'react';
import { meEndpoints, sessionEndpoints } from '../../contract/sign-in.ts';
import { useAction } from '../api/use-action.ts';
import { useStrings } from '../strings/use-strings.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Form } from '../ui/form.tsx';
import { TextField } from '../ui/text-field.tsx';
import { toasts } from '../ui/toasts.ts';

/** Turn the second factor off; it takes a code to do so. */
export function RemoveSecondFactor() {
  const { account: words, common } = useStrings();
  const [isOpen, setOpen] = useState(false);
  const [code, setCode] = useState('');
  const remove = useAction(meEndpoints.removeTotp, {
    changes: [sessionEndpoints.read.name],
    onDone: () => {
      setOpen(false);
      toasts.show(words.removed);
    },
  });
  const close = (): void => {
    setOpen(false);
  };
  return (
    <div>
      <Button
        kind="danger"
        onPress={() => {
          setCode('');
          setOpen(true);
        }}
      >
        {words.remove}
      </Button>
      <Dialog title={words.removeTitle} isOpen={isOpen} onClose={close}>
        <Form
          error={remove.error}
          onSubmit={() => {
            remove.mutate({ body: { code } });
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
          <div className="row">
            <Button kind="danger" type="submit" isPending={remove.isPending}>
              {words.remove}
            </Button>
            <Button onPress={close}>{common.cancel}</Button>
          </div>
        </Form>
      </Dialog>
    </div>
  );
}
