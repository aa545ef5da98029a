import { takedownEndpoints } from '../../contract/takedowns.ts';
import { useAction } from '../api/use-action.ts';
import { useStrings } from '../strings/use-strings.ts';
import { DialogButton } from '../ui/dialog-button.tsx';
import { FormDialog } from '../ui/form-dialog.tsx';
import { TextField } from '../ui/text-field.tsx';
import { toasts } from '../ui/toasts.ts';
import { useDraft } from '../ui/use-draft.ts';

/** Say that a photo may stay after all, because the takedown rested on a mistake. */
export function CallOffTakedown({ takedownId }: { readonly takedownId: string }) {
  const { takedowns: words } = useStrings();
  return (
    <DialogButton dialog={(close) => <CallOffDialog takedownId={takedownId} onClose={close} />}>
      {words.callOff}
    </DialogButton>
  );
}

function CallOffDialog({ takedownId, onClose }: { readonly takedownId: string; readonly onClose: () => void }) {
  const { takedowns: words } = useStrings();
  const { draft, field } = useDraft({ note: '' });
  const callOff = useAction(takedownEndpoints.callOff, {
    changes: ['takedowns.', 'release.', 'uploads.'],
    onDone: () => {
      toasts.show(words.calledOff);
      onClose();
    },
  });
  return (
    <FormDialog
      title={words.callOffTitle}
      action={words.callOff}
      sending={callOff}
      onSend={() => {
        callOff.mutate({ params: { takedownId }, body: draft });
      }}
      onClose={onClose}
    >
      <p>{words.callOffHelp}</p>
      <TextField {...field('note')} label={words.callOffNote} help={words.callOffNoteHelp} lines="many" isRequired />
    </FormDialog>
  );
}
