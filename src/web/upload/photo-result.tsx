import { useStrings } from '../strings/use-strings.ts';
import { Button } from '../ui/button.tsx';
import { FindingWords } from '../ui/finding-words.tsx';
import { Mark } from '../ui/mark.tsx';
import { Notice } from '../ui/notice.tsx';
import { SaidByService } from '../ui/said-by-service.tsx';
import { StateBadge } from '../ui/state-badge.tsx';
import { VerdictBadge } from '../ui/verdict-badge.tsx';
import type { Batch } from './batch-page.tsx';
import type { ShownPhoto } from './photo-dialog.tsx';

/** Where a photo stands, what that means for its uploader, what was found and what was removed. */
export function PhotoResult(props: {
  readonly photo: ShownPhoto;
  readonly batch: Batch;
  readonly onOpen: (photoId: string) => void;
}) {
  const { photo: words } = useStrings();
  const { photo } = props;
  return (
    <>
      <div className="row">
        <StateBadge state={photo.state} />
        {photo.verdict !== null && photo.verdict !== photo.state && <VerdictBadge verdict={photo.verdict} />}
      </div>
      <p>{words.meaning[photo.state]}</p>
      <Twin {...props} />
      <Findings photo={photo} />
      <dl className="facts">
        <dt>{words.metadata}</dt>
        <dd>
          <Removed photo={photo} />
        </dd>
        <dt>{words.file}</dt>
        <dd className="upload-text">{photo.fileName}</dd>
        {photo.widthPx !== null && photo.heightPx !== null && (
          <>
            <dt>{words.size}</dt>
            <dd>{words.pixels(photo.widthPx, photo.heightPx)}</dd>
          </>
        )}
      </dl>
    </>
  );
}

function Removed({ photo }: { readonly photo: ShownPhoto }) {
  const { photo: words } = useStrings();
  if (photo.metadataRemoved !== null) return <SaidByService text={photo.metadataRemoved} about="removedData" />;
  return photo.verdict === null ? words.notYet : words.noMetadata;
}

/** What a moderator has looked at waits for no moderator. */
function stillSaid(photo: ShownPhoto): ShownPhoto['findings'] {
  const isUndecided = photo.state === 'flagged' || photo.state === 'clear';
  return photo.findings.filter(({ code }) => isUndecided || code !== 'photo/moderator-first');
}

function Findings({ photo }: { readonly photo: ShownPhoto }) {
  const { photo: words, severities } = useStrings();
  if (photo.verdict === null) return <Notice>{words.notYet}</Notice>;
  const findings = stillSaid(photo);
  const mayMend = photo.state === 'flagged' && findings.some(({ code }) => code === 'photo/words');
  const marks = { block: 'block', review: 'review', unknown: 'unknown', note: 'note' } as const;
  return (
    <section className="stack" aria-labelledby="photo-found">
      <h3 id="photo-found">{words.found}</h3>
      {findings.length === 0 && <p>{words.foundNothing}</p>}
      <ul className="upload-findings">
        {findings.map((finding) => (
          <li key={`${finding.code}/${finding.subject}/${finding.reason}`}>
            <span className={`badge ${marks[finding.severity]}`}>
              <Mark kind={marks[finding.severity]} />
              {severities[finding.severity]}
            </span>
            <FindingWords finding={finding} />
          </li>
        ))}
      </ul>
      {mayMend && <p>{words.mendWords}</p>}
    </section>
  );
}

function Twin({ photo, batch, onOpen }: Parameters<typeof PhotoResult>[0]) {
  const { photo: words } = useStrings();
  const twin = batch.photos.find(({ id }) => id === photo.looksLike);
  if (twin === undefined) return null;
  return (
    <div>
      <Button
        isSmall
        onPress={() => {
          onOpen(twin.id);
        }}
      >
        {words.looksLike(twin.position)}
      </Button>
    </div>
  );
}
