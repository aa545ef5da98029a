import { takedownEndpoints } from '../../contract/takedowns.ts';
import { useAction } from '../api/use-action.ts';
import { useStrings } from '../strings/use-strings.ts';
import { choicesOf } from '../ui/choices-of.ts';
import { FormDialog } from '../ui/form-dialog.tsx';
import { RadioField } from '../ui/radio-field.tsx';
import { TextField } from '../ui/text-field.tsx';
import { toasts } from '../ui/toasts.ts';
import { useDraft } from '../ui/use-draft.ts';

const outcomes = ['removed', 'never-posted', 'cannot-be-removed'] as const;

interface Completion {
  readonly outcome: (typeof outcomes)[number] | null;
  readonly note: string;
}

/** Say what was done about a photo that must come down. */
export function CompleteTakedown(props: { readonly takedownId: string; readonly onClose: () => void }) {
  const { takedowns: words, common } = useStrings();
  const { draft, field } = useDraft<Completion>({ outcome: null, note: '' });
  const { outcome, note } = draft;
  const complete = useAction(takedownEndpoints.complete, {
    changes: ['takedowns.', 'release.', 'uploads.'],
    onDone: () => {
      toasts.show(words.doneToast);
      props.onClose();
    },
  });
  return (
    <FormDialog
      title={words.doneTitle}
      action={common.save}
      sending={complete}
      onSend={() => {
        if (outcome === null) return;
        complete.mutate({ params: { takedownId: props.takedownId }, body: { outcome, note } });
      }}
      onClose={props.onClose}
    >
      <RadioField
        {...field('outcome')}
        label={words.outcome}
        isRequired
        choices={choicesOf(words.outcomes, outcomes)}
      />
      <TextField
        {...field('note')}
        label={words.note}
        help={words.noteHelp}
        lines="many"
        isRequired={outcome === 'cannot-be-removed'}
      />
    </FormDialog>
  );
}
