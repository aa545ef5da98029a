import type { ReactNode } from 'react';
import { useFormats } from '../strings/use-formats.ts';
import { useOwnWords } from '../strings/use-own-words.ts';
import { useStrings } from '../strings/use-strings.ts';
import { Link } from '../ui/link.tsx';
import { SaidByService } from '../ui/said-by-service.tsx';
import { Table } from '../ui/table.tsx';
import type { PhotoDetail } from './review-types.ts';

/** Where the photo comes from and is bound for, what was removed from its file, and who did what before. */
export function PhotoFacts({ photo }: { readonly photo: PhotoDetail }) {
  const { reviewPhoto: words } = useStrings();
  return (
    <>
      <Concerns checklist={photo.batch.checklist} />
      <About photo={photo} />
      <Metadata metadata={photo.metadata} />
      <section className="stack">
        <h2>{words.history}</h2>
        <ol className="history">
          {photo.history.map((event, index) => (
            <HistoryLine key={index} event={event} />
          ))}
        </ol>
      </section>
    </>
  );
}

/** Answers of the uploader that a moderator should know of. */
function Concerns({ checklist }: Pick<PhotoDetail['batch'], 'checklist'>) {
  const { reviewPhoto: words } = useStrings();
  const inOwnWords = useOwnWords();
  const concerns = checklist.filter(({ isConcern }) => isConcern);
  if (concerns.length === 0) return null;
  return (
    <section className="stack">
      <h2>{words.concerns}</h2>
      <ul className="plain-list">
        {concerns.map(({ question, answer }) => (
          <li key={question}>
            {words.concern(inOwnWords(question), words.answers[answer as keyof typeof words.answers])}
          </li>
        ))}
      </ul>
    </section>
  );
}

function About({ photo }: { readonly photo: PhotoDetail }) {
  const { reviewPhoto: words } = useStrings();
  const { moment, day, list } = useFormats();
  const { batch } = photo;
  const fact = (term: string, value: ReactNode) => (
    <>
      <dt>{term}</dt>
      <dd>{value}</dd>
    </>
  );
  return (
    <section className="stack">
      <h2>{words.about}</h2>
      <dl className="facts">
        {fact(words.batch, <Link to={`/batches/${batch.id}`}>{batch.title}</Link>)}
        {fact(words.eventDate, day(batch.eventDate))}
        {fact(words.channels, list(batch.channels))}
        {fact(words.uploader, photo.uploadedBy)}
        {fact(words.uploadedAt, moment(photo.uploadedAt))}
        {batch.caption !== '' && fact(words.batchCaption, <span className="lines">{batch.caption}</span>)}
        {fact(words.caption, <span className="lines">{photo.caption || words.none}</span>)}
        {fact(words.altText, photo.altText || words.none)}
        {fact(words.fileName, <span className="break">{photo.fileName}</span>)}
        {photo.looksLike !== null &&
          fact(words.looksLike, <Link to={`/review/${photo.looksLike}`}>{words.openIt}</Link>)}
      </dl>
    </section>
  );
}

function HistoryLine({ event }: { readonly event: PhotoDetail['history'][number] }) {
  const { reviewPhoto: words, review } = useStrings();
  const { moment } = useFormats();
  const inOwnWords = useOwnWords();
  const { at, who, what, decision } = event;
  return (
    <li>
      <span className="muted">{moment(at)}</span>
      <br />
      {decision === null
        ? words.did(who, inOwnWords(what))
        : words.decided(who, words.decisions[decision.decision], review.reasons[decision.reasonCode])}
      {decision !== null && decision.note !== '' && (
        <>
          <br />
          {words.noted(decision.note)}
        </>
      )}
    </li>
  );
}

function Metadata({ metadata }: Pick<PhotoDetail, 'metadata'>) {
  const { reviewPhoto: words } = useStrings();
  const { summary, items } = metadata;
  return (
    <section className="stack">
      <h2>{words.metadata}</h2>
      {items.length === 0 ? (
        <p>{words.noMetadata}</p>
      ) : (
        <details>
          <summary>{summary === null ? words.metadata : <SaidByService text={summary} about="removedData" />}</summary>
          <Table columns={[words.carrier, words.tag, words.value]}>
            {items.map(({ carrier, tag, value }, index) => (
              <tr key={index}>
                <td>{carrier}</td>
                <td>{tag}</td>
                <td className="break">{value}</td>
              </tr>
            ))}
          </Table>
        </details>
      )}
    </section>
  );
}
