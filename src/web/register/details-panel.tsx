import { useState } from 'react';
import { pupilEndpoints } from '../../contract/register.ts';
import { useAction } from '../api/use-action.ts';
import { useStrings } from '../strings/use-strings.ts';
import { Button } from '../ui/button.tsx';
import { Form } from '../ui/form.tsx';
import { toasts } from '../ui/toasts.ts';
import { LeavingCard } from './leaving-card.tsx';
import { detailsOf, PupilFields, type PupilDraft } from './pupil-fields.tsx';
import type { PanelProps, Pupil } from './pupil-page.tsx';
import { SiblingsCard } from './siblings-card.tsx';

const changes = ['pupils.', 'register.'];

function draftOf(pupil: Pupil): PupilDraft {
  return {
    schoolNumber: pupil.schoolNumber,
    firstName: pupil.firstName,
    lastName: pupil.lastName,
    preferredName: pupil.preferredName ?? '',
    otherNames: pupil.otherNames.join('\n'),
    className: pupil.className ?? '',
    yearGroup: pupil.yearGroup ?? '',
    dateOfBirth: pupil.dateOfBirth ?? '',
  };
}

/** Names, class, siblings, leaving. */
export function DetailsPanel({ pupil }: PanelProps) {
  const { details: words, common, pupil: pupilWords } = useStrings();
  const [draft, setDraft] = useState(() => draftOf(pupil));
  const change = useAction(pupilEndpoints.change, {
    changes,
    onDone: () => {
      toasts.show(words.saved);
    },
  });
  return (
    <div className="stack">
      <section className="card" aria-label={pupilWords.tabs.details}>
        <Form
          error={change.error}
          onSubmit={() => {
            change.mutate({ params: { pupilId: pupil.id }, body: { ...detailsOf(draft), version: pupil.version } });
          }}
        >
          <PupilFields draft={draft} onChange={setDraft} />
          <div>
            <Button kind="primary" type="submit" isPending={change.isPending}>
              {common.save}
            </Button>
          </div>
        </Form>
      </section>
      <SiblingsCard pupil={pupil} />
      <LeavingCard pupil={pupil} />
    </div>
  );
}
