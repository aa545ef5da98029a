import { useState } from 'react';
import { restrictionEndpoints } from '../../contract/register-answers.ts';
import { useAction } from '../api/use-action.ts';
import { todayIso } from '../strings/today-iso.ts';
import { useStrings } from '../strings/use-strings.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Form } from '../ui/form.tsx';
import { TextField } from '../ui/text-field.tsx';
import { toasts } from '../ui/toasts.ts';

/** Never publish a pupil, with the reason that only the lead may read. */
export function RestrictDialog({ pupilId, onClose }: { readonly pupilId: string; readonly onClose: () => void }) {
  const { safeguarding: words, common } = useStrings();
  const [reason, setReason] = useState('');
  const [startsOn, setStartsOn] = useState(() => todayIso());
  const [endsOn, setEndsOn] = useState('');
  const record = useAction(restrictionEndpoints.record, {
    changes: ['restrictions.', 'pupils.', 'register.', 'moderation.', 'takedowns.'],
    onDone: () => {
      toasts.show(words.restrictedNow);
      onClose();
    },
  });
  return (
    <Dialog title={words.restrictTitle} isOpen onClose={onClose}>
      <p className="muted">{words.restrictHelp}</p>
      <Form
        error={record.error}
        onSubmit={() => {
          const body = { reason, startsOn, endsOn: endsOn === '' ? null : endsOn };
          record.mutate({ params: { pupilId }, body });
        }}
      >
        <TextField label={words.reason} name="reason" lines="many" isRequired value={reason} onChange={setReason} />
        <TextField
          label={words.startsOn}
          name="startsOn"
          type="date"
          isRequired
          value={startsOn}
          onChange={setStartsOn}
        />
        <TextField
          label={words.endsOn}
          help={words.endsOnHelp}
          name="endsOn"
          type="date"
          value={endsOn}
          onChange={setEndsOn}
        />
        <div className="row">
          <Button kind="primary" type="submit" isPending={record.isPending}>
            {words.restrict}
          </Button>
          <Button onPress={onClose}>{common.cancel}</Button>
        </div>
      </Form>
    </Dialog>
  );
}
