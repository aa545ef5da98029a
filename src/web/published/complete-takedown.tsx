import { useState } from 'react';
import { takedownEndpoints } from '../../contract/takedowns.ts';
import { useAction } from '../api/use-action.ts';
import { useStrings } from '../strings/use-strings.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Form } from '../ui/form.tsx';
import { RadioField } from '../ui/radio-field.tsx';
import { TextField } from '../ui/text-field.tsx';
import { toasts } from '../ui/toasts.ts';

type Outcome = 'removed' | 'never-posted' | 'cannot-be-removed';

/** Say what was done about a photo that must come down. */
export function CompleteTakedown(props: { readonly takedownId: string; readonly onClose: () => void }) {
  const { takedowns: words, common } = useStrings();
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [note, setNote] = useState('');
  const complete = useAction(takedownEndpoints.complete, {
    changes: ['takedowns.', 'release.', 'uploads.'],
    onDone: () => {
      toasts.show(words.doneToast);
      props.onClose();
    },
  });
  return (
    <Dialog title={words.doneTitle} isOpen onClose={props.onClose}>
      <Form
        error={complete.error}
        onSubmit={() => {
          if (outcome === null) return;
          complete.mutate({ params: { takedownId: props.takedownId }, body: { outcome, note } });
        }}
      >
        <RadioField
          label={words.outcome}
          name="outcome"
          isRequired
          choices={(['removed', 'never-posted', 'cannot-be-removed'] as const).map((value) => ({
            value,
            label: words.outcomes[value],
          }))}
          value={outcome}
          onChange={setOutcome}
        />
        <TextField
          label={words.note}
          help={words.noteHelp}
          name="note"
          lines="many"
          isRequired={outcome === 'cannot-be-removed'}
          value={note}
          onChange={setNote}
        />
        <div className="row">
          <Button kind="primary" type="submit" isPending={complete.isPending}>
            {common.save}
          </Button>
          <Button onPress={props.onClose}>{common.cancel}</Button>
        </div>
      </Form>
    </Dialog>
  );
}
