import { consentEndpoints } from '../../contract/register-answers.ts';
import { dayOf } from '../strings/day-of.ts';
import { useFormats } from '../strings/use-formats.ts';
import { useStrings } from '../strings/use-strings.ts';
import { AskButton } from '../ui/ask-button.tsx';
import { Link } from '../ui/link.tsx';
import { Notice } from '../ui/notice.tsx';
import { Table } from '../ui/table.tsx';
import { toasts } from '../ui/toasts.ts';
import type { Consents } from './consent-panel.tsx';
import { DocumentLink } from './document-link.tsx';
import { useChannelNames } from '../api/use-channel-names.ts';

/** Everything ever answered for a pupil, the newest first. Nothing is overwritten. */
export function ConsentHistory(props: { readonly pupilId: string; readonly history: Consents['history'] }) {
  const { consents: words } = useStrings();
  return (
    <section className="card" aria-labelledby="consents-history">
      <h2 id="consents-history">{words.historyTitle}</h2>
      {props.history.length === 0 ? (
        <p className="muted">{words.historyEmpty}</p>
      ) : (
        <Table
          columns={[
            words.answer,
            words.channel,
            words.from,
            words.lastDay,
            words.givenBy,
            words.method,
            words.evidence,
            { label: words.retract, isUnseen: true },
          ]}
        >
          {props.history.map((entry) => (
            <HistoryRow key={entry.id} entry={entry} />
          ))}
        </Table>
      )}
    </section>
  );
}

interface EntryProps {
  readonly entry: Consents['history'][number];
}

function Retract({ entry }: EntryProps) {
  const { consents: words } = useStrings();
  const { day } = useFormats();
  return (
    <AskButton
      isSmall
      action={words.retract}
      about={`${words.answers[entry.answer]}, ${entry.givenBy}, ${day(entry.validFrom)}`}
      title={words.retractTitle}
      endpoint={consentEndpoints.retract}
      input={{ params: { consentId: entry.id } }}
      changes={['consents.', 'pupils.', 'register.', 'takedowns.']}
      onDone={() => {
        toasts.show(words.retractDone);
      }}
    >
      <p>{words.retractText}</p>
      {entry.saidAgain.length > 0 && <Notice>{words.retractSaidAgain}</Notice>}
    </AskButton>
  );
}

function HistoryRow({ entry }: EntryProps) {
  const { consents: words } = useStrings();
  const { day, moment } = useFormats();
  const { nameOf } = useChannelNames();
  const method = words.methods[entry.method as keyof typeof words.methods];
  const [again] = entry.saidAgain;
  return (
    <tr>
      <td>
        {words.answers[entry.answer]}
        {entry.retractedAt !== null && (
          <>
            <br />
            <strong>{words.retracted(day(dayOf(entry.retractedAt)))}</strong>
          </>
        )}
      </td>
      <td>{entry.channelId === null ? words.allChannels : nameOf(entry.channelId)}</td>
      <td>{day(entry.validFrom)}</td>
      <td>{entry.validUntil === null ? '–' : day(entry.validUntil)}</td>
      <td>
        {entry.givenBy}
        <br />
        <span className="muted">
          {words.recordedBy(entry.recordedBy?.displayName ?? words.imported, moment(entry.recordedAt))}
        </span>
      </td>
      <td>
        {entry.importId === null ? method : <Link to={`/imports/${entry.importId}`}>{method}</Link>}
        {again !== undefined && (
          <>
            <br />
            <Link to={`/imports/${again.importId}`}>{words.saidAgain(day(dayOf(again.at)))}</Link>
          </>
        )}
      </td>
      <td>
        {entry.evidenceReference ?? '–'} <DocumentLink documentId={entry.documentId} />
      </td>
      <td>{entry.retractedAt === null && <Retract entry={entry} />}</td>
    </tr>
  );
}
