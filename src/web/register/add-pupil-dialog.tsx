import { useState } from 'react';
import { useNavigate } from 'react-router';
import { pupilEndpoints } from '../../contract/register.ts';
import { useAction } from '../api/use-action.ts';
import { useStrings } from '../strings/use-strings.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Form } from '../ui/form.tsx';
import { toasts } from '../ui/toasts.ts';
import { fullName } from './full-name.ts';
import { detailsOf, emptyDraft, PupilFields } from './pupil-fields.tsx';

/** Add one pupil by hand, then go to their page. */
export function AddPupilDialog(props: { readonly isOpen: boolean; readonly onClose: () => void }) {
  const { register, details: words, common } = useStrings();
  const navigate = useNavigate();
  const [draft, setDraft] = useState(emptyDraft);
  const add = useAction(pupilEndpoints.add, {
    changes: ['pupils.', 'register.'],
    onDone: ({ id }) => {
      toasts.show(words.added(fullName(detailsOf(draft))));
      void navigate(`/pupils/${id}`);
    },
  });
  return (
    <Dialog title={register.addPupil} isOpen={props.isOpen} onClose={props.onClose}>
      <Form
        error={add.error}
        onSubmit={() => {
          add.mutate({ body: detailsOf(draft) });
        }}
      >
        <PupilFields draft={draft} onChange={setDraft} />
        <div className="row">
          <Button kind="primary" type="submit" isPending={add.isPending}>
            {common.add}
          </Button>
          <Button onPress={props.onClose}>{common.cancel}</Button>
        </div>
      </Form>
    </Dialog>
  );
}
