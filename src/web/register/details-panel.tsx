import { pupilEndpoints } from '../../contract/register.ts';
import { useAction } from '../api/use-action.ts';
import { useStrings } from '../strings/use-strings.ts';
import { ChangedMeanwhile } from '../ui/changed-meanwhile.tsx';
import { SendForm } from '../ui/send-form.tsx';
import { toasts } from '../ui/toasts.ts';
import { useSharedDraft } from '../ui/use-shared-draft.ts';
import { LeavingCard } from './leaving-card.tsx';
import { detailsOf, draftOf, PupilFields } from './pupil-fields.tsx';
import type { PanelProps } from './pupil-page.tsx';
import { SiblingsCard } from './siblings-card.tsx';

const changes = ['pupils.', 'register.'];

/** Names, class, siblings, leaving. */
export function DetailsPanel({ pupil }: PanelProps) {
  const { details: words, common, pupil: pupilWords } = useStrings();
  const { draft, field, theirs } = useSharedDraft(pupil.version, draftOf(pupil));
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
          <ChangedMeanwhile theirs={theirs} labels={words} />
        </SendForm>
      </section>
      <SiblingsCard pupil={pupil} />
      <LeavingCard pupil={pupil} />
    </div>
  );
}
