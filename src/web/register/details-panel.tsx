import { pupilEndpoints } from '../../contract/register.ts';
import { useAction } from '../api/use-action.ts';
import { useStrings } from '../strings/use-strings.ts';
import { SendForm } from '../ui/send-form.tsx';
import { toasts } from '../ui/toasts.ts';
import { useDraft } from '../ui/use-draft.ts';
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
  const { draft, field } = useDraft(() => draftOf(pupil));
  const change = useAction(pupilEndpoints.change, {
    changes,
    onDone: () => {
      toasts.show(words.saved);
    },
  });
  return (
    <div className="stack">
      <section className="card" aria-label={pupilWords.tabs.details}>
        <SendForm
          action={common.save}
          sending={change}
          onSend={() => {
            change.mutate({ params: { pupilId: pupil.id }, body: { ...detailsOf(draft), version: pupil.version } });
          }}
        >
          <PupilFields field={field} />
        </SendForm>
      </section>
      <SiblingsCard pupil={pupil} />
      <LeavingCard pupil={pupil} />
    </div>
  );
}
