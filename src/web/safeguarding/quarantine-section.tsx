import type { AnswerOf } from '../../contract/endpoint.ts';
import { moderationEndpoints } from '../../contract/moderation.ts';
import { useEndpoint } from '../api/use-endpoint.ts';
import { useFormats } from '../strings/use-formats.ts';
import { useStrings } from '../strings/use-strings.ts';
import { DialogButton } from '../ui/dialog-button.tsx';
import { SaidByService } from '../ui/said-by-service.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { CloseCaseDialog } from './close-case-dialog.tsx';
import { DisclosureDialog } from './disclosure-dialog.tsx';
import { DisclosureList } from './disclosure-list.tsx';

type Case = AnswerOf<typeof moderationEndpoints.readQuarantine>['photos'][number];

const readAgainMs = 30_000;

/** Open cases: facts and reasons, never a picture. */
export function QuarantineSection() {
  const { safeguarding: words } = useStrings();
  const quarantine = useEndpoint(moderationEndpoints.readQuarantine, {}, { refetchInterval: readAgainMs });
  return (
    <section className="stack">
      <div>
        <h2>{words.quarantine}</h2>
        <p className="muted">{words.quarantineHelp}</p>
      </div>
      <Loaded from={quarantine}>
        {({ photos }) => (
          <>
            <p role="status">{photos.length === 0 ? words.quarantineEmpty : words.cases(photos.length)}</p>
            {photos.map((photo) => (
              <CaseCard key={photo.photoId} photo={photo} />
            ))}
          </>
        )}
      </Loaded>
    </section>
  );
}

function CaseCard({ photo }: { readonly photo: Case }) {
  const { safeguarding: words } = useStrings();
  const { moment } = useFormats();
  return (
    <article className="card">
      <h3>{words.from(photo.batchTitle)}</h3>
      <dl className="facts">
        <dt>{words.uploadedBy}</dt>
        <dd>{photo.uploadedBy}</dd>
        <dt>{words.openedAt}</dt>
        <dd>{moment(photo.openedAt)}</dd>
        <dt>{words.reasons}</dt>
        <dd>
          {photo.reasons.map((reason) => (
            <p key={reason}>
              <SaidByService text={reason} />
            </p>
          ))}
        </dd>
      </dl>
      <DisclosureList about={{ photoId: photo.photoId }} isQuiet />
      <div className="row">
        <DialogButton kind="primary" dialog={(close) => <CloseCaseDialog photo={photo} onClose={close} />}>
          {words.close}
        </DialogButton>
        <DialogButton
          dialog={(close) => (
            <DisclosureDialog about={{ kind: 'quarantine', photoId: photo.photoId, pupilId: null }} onClose={close} />
          )}
        >
          {words.disclose}
        </DialogButton>
      </div>
    </article>
  );
}
