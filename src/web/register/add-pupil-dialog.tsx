import { useNavigate } from 'react-router';
import { pupilEndpoints } from '../../contract/register.ts';
import { useAction } from '../api/use-action.ts';
import { useStrings } from '../strings/use-strings.ts';
import { FormDialog } from '../ui/form-dialog.tsx';
import { toasts } from '../ui/toasts.ts';
import { useDraft } from '../ui/use-draft.ts';
import { fullName } from './full-name.ts';
import { detailsOf, emptyDraft, PupilFields } from './pupil-fields.tsx';

/** Add one pupil by hand, then go to their page. */
export function AddPupilDialog({ onClose }: { readonly onClose: () => void }) {
  const { register, details: words, common } = useStrings();
  const navigate = useNavigate();
  const { draft, field } = useDraft(emptyDraft);
  const add = useAction(pupilEndpoints.add, {
    changes: ['pupils.', 'register.'],
    onDone: ({ id }) => {
      toasts.show(words.added(fullName(detailsOf(draft))));
      void navigate(`/pupils/${id}`);
    },
  });
  return (
    <FormDialog
      title={register.addPupil}
      action={common.add}
      sending={add}
      onSend={() => {
        add.mutate({ body: detailsOf(draft) });
      }}
      onClose={onClose}
    >
      <PupilFields field={field} />
    </FormDialog>
  );
}
