import { useState } from 'react';
import { useNavigate } from 'react-router';
import { subjectRightsEndpoints } from '../../contract/subject-rights.ts';
import { addressOf } from '../api/address-of.ts';
import { useHasRole } from '../api/use-has-role.ts';
import { useStrings } from '../strings/use-strings.ts';
import { AskDialog } from '../ui/ask-dialog.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { DialogButton } from '../ui/dialog-button.tsx';
import { TextField } from '../ui/text-field.tsx';
import { toasts } from '../ui/toasts.ts';
import type { PanelProps } from './pupil-page.tsx';

/** A copy of everything held, and erasure. */
export function RightsPanel({ pupil }: PanelProps) {
  const { rights: words } = useStrings();
  const isDsl = useHasRole('dsl');
  return (
    <div className="stack">
      <Card id="subject-copy" title={words.copyTitle}>
        <p>{words.copyText}</p>
        {isDsl ? (
          // A form of its own: the answer is a file, which the browser saves as it comes.
          <form method="post" action={addressOf(subjectRightsEndpoints.copy, { params: { pupilId: pupil.id } })}>
            <Button type="submit">{words.copy}</Button>
          </form>
        ) : (
          <p className="muted">{words.copyOnlyDsl}</p>
        )}
      </Card>
      <EraseCard pupilId={pupil.id} />
    </div>
  );
}

function EraseCard({ pupilId }: { readonly pupilId: string }) {
  const { rights: words } = useStrings();
  return (
    <Card id="erase" title={words.eraseTitle}>
      <p>{words.eraseText}</p>
      <div>
        <DialogButton kind="danger" dialog={(close) => <EraseDialog pupilId={pupilId} onClose={close} />}>
          {words.erase}
        </DialogButton>
      </div>
    </Card>
  );
}

/** Asks for the school number each time: it is what keeps the wrong pupil from being erased. */
function EraseDialog({ pupilId, onClose }: { readonly pupilId: string; readonly onClose: () => void }) {
  const { rights: words } = useStrings();
  const navigate = useNavigate();
  const [schoolNumber, setSchoolNumber] = useState('');
  return (
    <AskDialog
      action={words.erase}
      title={words.eraseTitle}
      endpoint={subjectRightsEndpoints.erase}
      input={{ params: { pupilId }, body: { schoolNumber } }}
      changes={['pupils.list', 'register.', 'takedowns.', 'subjectRights.']}
      onDone={() => {
        toasts.show(words.erasing);
        void navigate('/erasures');
      }}
      onClose={onClose}
    >
      <p>{words.eraseText}</p>
      <TextField
        label={words.eraseType}
        name="schoolNumber"
        isRequired
        value={schoolNumber}
        onChange={setSchoolNumber}
      />
    </AskDialog>
  );
}
