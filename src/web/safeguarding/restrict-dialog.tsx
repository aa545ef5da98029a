import { restrictionEndpoints } from '../../contract/register-answers.ts';
import { useAction } from '../api/use-action.ts';
import { todayIso } from '../strings/today-iso.ts';
import { useStrings } from '../strings/use-strings.ts';
import { FormDialog } from '../ui/form-dialog.tsx';
import { TextField } from '../ui/text-field.tsx';
import { toasts } from '../ui/toasts.ts';
import { useDraft } from '../ui/use-draft.ts';

/** Never publish a pupil, with the reason that only the lead may read. */
export function RestrictDialog({ pupilId, onClose }: { readonly pupilId: string; readonly onClose: () => void }) {
  const { safeguarding: words } = useStrings();
  const { draft, field } = useDraft(() => ({ reason: '', startsOn: todayIso(), endsOn: '' }));
  const record = useAction(restrictionEndpoints.record, {
    changes: ['restrictions.', 'pupils.', 'register.', 'moderation.', 'takedowns.'],
    onDone: () => {
      toasts.show(words.restrictedNow);
      onClose();
    },
  });
  return (
    <FormDialog
      title={words.restrictTitle}
      intro={<p className="muted">{words.restrictHelp}</p>}
      action={words.restrict}
      sending={record}
      onSend={() => {
        record.mutate({ params: { pupilId }, body: { ...draft, endsOn: draft.endsOn === '' ? null : draft.endsOn } });
      }}
      onClose={onClose}
    >
      <TextField {...field('reason')} label={words.reason} lines="many" isRequired />
      <TextField {...field('startsOn')} label={words.startsOn} type="date" isRequired />
      <TextField {...field('endsOn')} label={words.endsOn} help={words.endsOnHelp} type="date" />
    </FormDialog>
  );
}
