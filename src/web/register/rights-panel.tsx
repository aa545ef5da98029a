import { useState } from 'react';
import { useNavigate } from 'react-router';
import { subjectRightsEndpoints } from '../../contract/subject-rights.ts';
import { addressOf } from '../api/address-of.ts';
import { useHasRole } from '../api/use-has-role.ts';
import { useStrings } from '../strings/use-strings.ts';
import { AskButton } from '../ui/ask-button.tsx';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/text-field.tsx';
import { toasts } from '../ui/toasts.ts';
import type { PanelProps } from './pupil-page.tsx';

/** A copy of everything held, and erasure. */
export function RightsPanel({ pupil }: PanelProps) {
  const { rights: words } = useStrings();
  const isDsl = useHasRole('dsl');
  return (
    <div className="stack">
      <section className="card" aria-labelledby="subject-copy">
        <h2 id="subject-copy">{words.copyTitle}</h2>
        <p>{words.copyText}</p>
        {isDsl ? (
          // A form of its own: the answer is a file, which the browser saves as it comes.
          <form method="post" action={addressOf(subjectRightsEndpoints.copy, { params: { pupilId: pupil.id } })}>
            <Button type="submit">{words.copy}</Button>
          </form>
        ) : (
          <p className="muted">{words.copyOnlyDsl}</p>
        )}
      </section>
      <EraseCard pupilId={pupil.id} />
    </div>
  );
}

function EraseCard({ pupilId }: { readonly pupilId: string }) {
  const { rights: words } = useStrings();
  const navigate = useNavigate();
  const [schoolNumber, setSchoolNumber] = useState('');
  return (
    <section className="card" aria-labelledby="erase">
      <h2 id="erase">{words.eraseTitle}</h2>
      <p>{words.eraseText}</p>
      <AskButton
        kind="danger"
        action={words.erase}
        title={words.eraseTitle}
        endpoint={subjectRightsEndpoints.erase}
        input={{ params: { pupilId }, body: { schoolNumber } }}
        changes={['pupils.list', 'register.', 'takedowns.', 'subjectRights.']}
        onDone={() => {
          toasts.show(words.erasing);
          void navigate('/pupils');
        }}
      >
        <p>{words.eraseText}</p>
        <TextField
          label={words.eraseType}
          name="schoolNumber"
          isRequired
          value={schoolNumber}
          onChange={setSchoolNumber}
        />
      </AskButton>
    </section>
  );
}
