import { guardianEndpoints } from '../../contract/register-guardians.ts';
import { useAction } from '../api/use-action.ts';
import { useStrings } from '../strings/use-strings.ts';
import { FormDialog } from '../ui/form-dialog.tsx';
import { toasts } from '../ui/toasts.ts';
import { useDraft } from '../ui/use-draft.ts';
import { bodyOf, draftOf, guardianChanges, GuardianFields } from './guardian-fields.tsx';

/** Add a guardian. */
export function GuardianDialog({ pupilId, onClose }: { readonly pupilId: string; readonly onClose: () => void }) {
  const { guardians: words, common } = useStrings();
  const { draft, field } = useDraft(draftOf(null));
  const add = useAction(guardianEndpoints.add, {
    changes: guardianChanges,
    onDone: () => {
      toasts.show(words.saved);
      onClose();
    },
  });
  return (
    <FormDialog
      title={words.add}
      action={common.save}
      sending={add}
      onSend={() => {
        add.mutate({ params: { pupilId }, body: bodyOf(draft) });
      }}
      onClose={onClose}
    >
      <GuardianFields field={field} />
    </FormDialog>
  );
}
