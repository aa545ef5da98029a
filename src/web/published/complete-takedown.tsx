import { takedownEndpoints } from '../../contract/takedowns.ts';
import { useAction } from '../api/use-action.ts';
import { useStrings } from '../strings/use-strings.ts';
import { Checkbox } from '../ui/checkbox.tsx';
import { choicesOf } from '../ui/choices-of.ts';
import { FormDialog } from '../ui/form-dialog.tsx';
import { RadioField } from '../ui/radio-field.tsx';
import { TextField } from '../ui/text-field.tsx';
import { toasts } from '../ui/toasts.ts';
import { useDraft, type FieldOf } from '../ui/use-draft.ts';
import type { Takedown } from './takedown-card.tsx';

const outcomes = ['removed', 'never-posted', 'cannot-be-removed'] as const;

interface Completion {
  readonly outcome: (typeof outcomes)[number] | null;
  readonly note: string;
  readonly wholeChannel: boolean;
}

/** Say what was done about a photo that must come down. */
export function CompleteTakedown(props: { readonly takedown: Takedown; readonly onClose: () => void }) {
  const { takedown } = props;
  const { takedowns: words, common } = useStrings();
  const nothingSaid: Completion = { outcome: null, note: '', wholeChannel: false };
  const { draft, field, forget } = useDraft(nothingSaid, `takedown/${takedown.id}`);
  const { outcome } = draft;
  const complete = useAction(takedownEndpoints.complete, {
    changes: ['takedowns.', 'release.', 'uploads.'],
    onDone: () => {
      forget();
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
        complete.mutate({ params: { takedownId: takedown.id }, body: { ...draft, outcome } });
      }}
      onClose={props.onClose}
    >
      <CompletionFields takedown={takedown} field={field} />
    </FormDialog>
  );
}

/** What came of it, and in words; where the channel is closed, whether that is so of all its photos. */
function CompletionFields(props: { readonly takedown: Takedown; readonly field: FieldOf<Completion> }) {
  const { takedown, field } = props;
  const { takedowns: words } = useStrings();
  const outcome = field('outcome');
  const wholeChannel = field('wholeChannel');
  const isContradicted = outcome.value === 'never-posted' && takedown.posts.length > 0;
  return (
    <>
      <RadioField {...outcome} label={words.outcome} isRequired choices={choicesOf(words.outcomes, outcomes)} />
      <TextField
        {...field('note')}
        label={words.note}
        help={isContradicted ? words.noteWhyPosted : words.noteHelp}
        lines="many"
        isRequired={outcome.value === 'cannot-be-removed' || isContradicted}
      />
      {takedown.isChannelClosed && (
        <Checkbox isSelected={wholeChannel.value} onChange={wholeChannel.onChange}>
          {words.wholeChannel(takedown.channelName)}
        </Checkbox>
      )}
    </>
  );
}
