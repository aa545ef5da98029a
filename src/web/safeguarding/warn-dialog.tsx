import { useState } from 'react';
import { restrictionEndpoints } from '../../contract/register-answers.ts';
import { useAction } from '../api/use-action.ts';
import { useStrings } from '../strings/use-strings.ts';
import { FormDialog } from '../ui/form-dialog.tsx';
import { TextField } from '../ui/text-field.tsx';
import { toasts } from '../ui/toasts.ts';

/** Record that somebody must not be contacted about a pupil. */
export function WarnDialog({ pupilId, onClose }: { readonly pupilId: string; readonly onClose: () => void }) {
  const { safeguarding: words } = useStrings();
  const [note, setNote] = useState('');
  const warn = useAction(restrictionEndpoints.warn, {
    changes: ['restrictions.', 'pupils.'],
    onDone: () => {
      toasts.show(words.warned);
      onClose();
    },
  });
  return (
    <FormDialog
      title={words.warnTitle}
      intro={<p className="muted">{words.warningsHelp}</p>}
      action={words.warn}
      sending={warn}
      onSend={() => {
        warn.mutate({ params: { pupilId }, body: { note } });
      }}
      onClose={onClose}
    >
      <TextField label={words.warningNote} name="note" lines="many" isRequired value={note} onChange={setNote} />
    </FormDialog>
  );
}
