import { pupilEndpoints } from '../../contract/register.ts';
import { useAction } from '../api/use-action.ts';
import { useFormats } from '../strings/use-formats.ts';
import { useStrings } from '../strings/use-strings.ts';
import { Notice } from '../ui/notice.tsx';
import { SendForm } from '../ui/send-form.tsx';
import { toasts } from '../ui/toasts.ts';
import { LeavingCard } from './leaving-card.tsx';
import { detailsOf, PupilFields } from './pupil-fields.tsx';
import type { PanelProps } from './pupil-page.tsx';
import { SiblingsCard } from './siblings-card.tsx';
import { usePupilDraft } from './use-pupil-draft.ts';

const changes = ['pupils.', 'register.'];

/** Names, class, siblings, leaving. */
export function DetailsPanel({ pupil }: PanelProps) {
  const { details: words, common, pupil: pupilWords } = useStrings();
  const { draft, field, theirs } = usePupilDraft(pupil);
  const { list } = useFormats();
  const changed = Object.entries(theirs).map(
    ([name, value]) => `${words[name as keyof typeof theirs]} (${value || '–'})`,
  );
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
          {changed.length > 0 && (
            <Notice tone="warning" isLive>
              {words.changedMeanwhile(list(changed))}
            </Notice>
          )}
        </SendForm>
      </section>
      <SiblingsCard pupil={pupil} />
      <LeavingCard pupil={pupil} />
    </div>
  );
}
