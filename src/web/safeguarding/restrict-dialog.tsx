import type { BodySent } from '../../contract/endpoint.ts';
import { restrictionEndpoints } from '../../contract/register-answers.ts';
import { useAction } from '../api/use-action.ts';
import { todayIso } from '../strings/today-iso.ts';
import { useStrings } from '../strings/use-strings.ts';
import { FormDialog } from '../ui/form-dialog.tsx';
import { TextField } from '../ui/text-field.tsx';
import { textOrNone } from '../ui/text-or-none.ts';
import { toasts } from '../ui/toasts.ts';
import { useDraft } from '../ui/use-draft.ts';

type NewRestriction = Required<BodySent<typeof restrictionEndpoints.record>>;

/** Never publish a pupil, with the reason that only the lead may read. */
export function RestrictDialog({ pupilId, onClose }: { readonly pupilId: string; readonly onClose: () => void }) {
  const { safeguarding: words } = useStrings();
  const { draft, field } = useDraft<NewRestriction>(() => ({ reason: '', startsOn: todayIso(), endsOn: null }));
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
        record.mutate({ params: { pupilId }, body: draft });
      }}
      onClose={onClose}
    >
      <TextField {...field('reason')} label={words.reason} lines="many" isRequired />
      <TextField {...field('startsOn')} label={words.startsOn} type="date" isRequired />
      <TextField {...textOrNone(field('endsOn'))} label={words.endsOn} help={words.endsOnHelp} type="date" />
    </FormDialog>
  );
}
