import { useState } from 'react';
import { moderationEndpoints } from '../../contract/moderation.ts';
import { useAction } from '../api/use-action.ts';
import { useStrings } from '../strings/use-strings.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Form } from '../ui/form.tsx';
import { Notice } from '../ui/notice.tsx';
import { RadioField } from '../ui/radio-field.tsx';
import { TextField } from '../ui/text-field.tsx';
import { toasts } from '../ui/toasts.ts';

const outcomes = ['not-of-concern', 'reported', 'deleted'] as const;

/** Record what came of a quarantined photo. */
export function CloseCaseDialog(props: {
  readonly photo: { readonly photoId: string; readonly version: number };
  readonly onClose: () => void;
}) {
  const { safeguarding: words, common } = useStrings();
  const { photoId, version } = props.photo;
  const [outcome, setOutcome] = useState<(typeof outcomes)[number] | null>(null);
  const [note, setNote] = useState('');
  const close = useAction(moderationEndpoints.closeQuarantine, {
    changes: ['moderation.'],
    onDone: () => {
      toasts.show(words.closed);
      props.onClose();
    },
  });
  return (
    <Dialog title={words.closeTitle} isOpen onClose={props.onClose}>
      <Form
        error={close.error}
        onSubmit={() => {
          if (outcome !== null) close.mutate({ params: { photoId }, body: { outcome, note, version } });
        }}
      >
        <RadioField
          label={words.outcome}
          name="outcome"
          isRequired
          choices={outcomes.map((value) => ({ value, label: words.outcomes[value] }))}
          value={outcome}
          onChange={setOutcome}
        />
        {outcome === 'deleted' && <Notice tone="warning">{words.deletedHelp}</Notice>}
        <TextField label={words.note} name="note" isRequired value={note} onChange={setNote} />
        <div className="row">
          <Button kind={outcome === 'deleted' ? 'danger' : 'primary'} type="submit" isPending={close.isPending}>
            {words.close}
          </Button>
          <Button onPress={props.onClose}>{common.cancel}</Button>
        </div>
      </Form>
    </Dialog>
  );
}
