import { moderationEndpoints } from '../../contract/moderation.ts';
import { useAction } from '../api/use-action.ts';
import { useStrings } from '../strings/use-strings.ts';
import { choicesOf } from '../ui/choices-of.ts';
import { FormDialog } from '../ui/form-dialog.tsx';
import { Notice } from '../ui/notice.tsx';
import { RadioField } from '../ui/radio-field.tsx';
import { TextField } from '../ui/text-field.tsx';
import { toasts } from '../ui/toasts.ts';
import { useDraft } from '../ui/use-draft.ts';

const outcomes = ['not-of-concern', 'reported', 'deleted'] as const;

interface Closing {
  readonly outcome: (typeof outcomes)[number] | null;
  readonly note: string;
}

/** Record what came of a quarantined photo. */
export function CloseCaseDialog(props: {
  readonly photo: { readonly photoId: string; readonly version: number };
  readonly onClose: () => void;
}) {
  const { safeguarding: words } = useStrings();
  const { photoId, version } = props.photo;
  const { draft, field } = useDraft<Closing>({ outcome: null, note: '' });
  const { outcome, note } = draft;
  const close = useAction(moderationEndpoints.closeQuarantine, {
    changes: ['moderation.'],
    onDone: () => {
      toasts.show(words.closed);
      props.onClose();
    },
  });
  return (
    <FormDialog
      title={words.closeTitle}
      action={words.close}
      kind={outcome === 'deleted' ? 'danger' : 'primary'}
      sending={close}
      onSend={() => {
        if (outcome !== null) close.mutate({ params: { photoId }, body: { outcome, note, version } });
      }}
      onClose={props.onClose}
    >
      <RadioField
        {...field('outcome')}
        label={words.outcome}
        isRequired
        choices={choicesOf(words.outcomes, outcomes)}
      />
      {outcome === 'deleted' && <Notice tone="warning">{words.deletedHelp}</Notice>}
      <TextField {...field('note')} label={words.note} isRequired />
    </FormDialog>
  );
}
