import { useState } from 'react';
import { restrictionEndpoints } from '../../contract/register-answers.ts';
import { useAction } from '../api/use-action.ts';
import { useStrings } from '../strings/use-strings.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Form } from '../ui/form.tsx';
import { TextField } from '../ui/text-field.tsx';
import { toasts } from '../ui/toasts.ts';

/** Record that somebody must not be contacted about a pupil. */
export function WarnDialog({ pupilId, onClose }: { readonly pupilId: string; readonly onClose: () => void }) {
  const { safeguarding: words, common } = useStrings();
  const [note, setNote] = useState('');
  const warn = useAction(restrictionEndpoints.warn, {
    changes: ['restrictions.', 'pupils.'],
    onDone: () => {
      toasts.show(words.warned);
      onClose();
    },
  });
  return (
    <Dialog title={words.warnTitle} isOpen onClose={onClose}>
      <p className="muted">{words.warningsHelp}</p>
      <Form
        error={warn.error}
        onSubmit={() => {
          warn.mutate({ params: { pupilId }, body: { note } });
        }}
      >
        <TextField label={words.warningNote} name="note" lines="many" isRequired value={note} onChange={setNote} />
        <div className="row">
          <Button kind="primary" type="submit" isPending={warn.isPending}>
            {words.warn}
          </Button>
          <Button onPress={onClose}>{common.cancel}</Button>
        </div>
      </Form>
    </Dialog>
  );
}
