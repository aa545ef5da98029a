import { consentEndpoints } from '../../contract/register-answers.ts';
import { dayOf } from '../strings/day-of.ts';
import { useFormats } from '../strings/use-formats.ts';
import { useStrings } from '../strings/use-strings.ts';
import { AskButton } from '../ui/ask-button.tsx';
import { Card } from '../ui/card.tsx';
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
    <Card id="consents-history" title={words.historyTitle}>
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
    </Card>
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
  return (
    <tr>
      <AnswerCell entry={entry} />
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
      <MethodCell entry={entry} />
      <td>
        {entry.evidenceReference ?? '–'} <DocumentLink documentId={entry.documentId} />
      </td>
      <td>{entry.retractedAt === null && <Retract entry={entry} />}</td>
    </tr>
  );
}

/** What was answered, where it does not begin, and since when it no longer counts. */
function AnswerCell({ entry }: EntryProps) {
  const { consents: words } = useStrings();
  const { day } = useFormats();
  return (
    <td>
      {words.answers[entry.answer]}
      {entry.retractedAt !== null && (
        <>
          <br />
          <strong>{words.retracted(day(dayOf(entry.retractedAt)))}</strong>
        </>
      )}
      {entry.heldBackOn.length > 0 && <HeldBack entry={entry} />}
    </td>
  );
}

/** A form for next year before which the same person rang up: whoever meant it has it recorded again. */
function HeldBack({ entry }: EntryProps) {
  const { consents: words } = useStrings();
  const { list } = useFormats();
  const { nameOf } = useChannelNames();
  const channels = entry.heldBackOn.filter((id) => id !== null && id !== entry.channelId);
  return (
    <>
      <br />
      <strong>
        {channels.length === 0 ? words.heldBack : words.heldBackOn(list(channels.map((id) => nameOf(id!))))}
      </strong>
      <br />
      <span className="muted">{words.heldBackHelp}</span>
    </>
  );
}

/** How it came in: on paper, say, or in an import, and in which later import it was said again. */
function MethodCell({ entry }: EntryProps) {
  const { consents: words } = useStrings();
  const { day } = useFormats();
  const method = words.methods[entry.method as keyof typeof words.methods];
  const [again] = entry.saidAgain;
  return (
    <td>
      {entry.importId === null ? method : <Link to={`/imports/${entry.importId}`}>{method}</Link>}
      {again !== undefined && (
        <>
          <br />
          <Link to={`/imports/${again.importId}`}>{words.saidAgain(day(dayOf(again.at)))}</Link>
        </>
      )}
    </td>
  );
}
