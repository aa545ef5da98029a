import { consentEndpoints } from '../../contract/register-answers.ts';
import type { AnswerOf } from '../../contract/endpoint.ts';
import { useEndpoint } from '../api/use-endpoint.ts';
import { useFormats } from '../strings/use-formats.ts';
import { useStrings } from '../strings/use-strings.ts';
import { Card } from '../ui/card.tsx';
import { DialogButton } from '../ui/dialog-button.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Mark } from '../ui/mark.tsx';
import { Table } from '../ui/table.tsx';
import { ConsentHistory } from './consent-history.tsx';
import { ObjectionCard } from './objection-card.tsx';
import type { PanelProps } from './pupil-page.tsx';
import { RecordAnswerDialog } from './record-answer-dialog.tsx';
import { useChannelNames } from '../api/use-channel-names.ts';

export type Consents = AnswerOf<typeof consentEndpoints.list>;
type AboutPupil = Pick<PanelProps, 'pupil'>;

/** Where a pupil may appear: today by channel, the pupil's own wish, and everything ever recorded. */
export function ConsentPanel({ pupil }: PanelProps) {
  const consents = useEndpoint(consentEndpoints.list, { params: { pupilId: pupil.id } });
  return (
    <Loaded from={consents}>
      {(data) => (
        <div className="stack">
          <ConsentGrid pupil={pupil} today={data.today} />
          <ObjectionCard pupilId={pupil.id} objections={data.objections} />
          <ConsentHistory pupilId={pupil.id} history={data.history} />
        </div>
      )}
    </Loaded>
  );
}

function ConsentGrid({ pupil, today }: AboutPupil & { readonly today: Consents['today'] }) {
  const { consents: words } = useStrings();
  return (
    <Card
      id="consents-today"
      title={words.gridTitle}
      action={
        <DialogButton
          kind="primary"
          dialog={(close) => <RecordAnswerDialog pupil={pupil} channelId={null} onClose={close} />}
        >
          {words.record}
        </DialogButton>
      }
    >
      {today.length === 0 ? (
        <p>{words.noChannels}</p>
      ) : (
        <Table columns={[words.channel, words.today, words.until, { label: words.record, isUnseen: true }]}>
          {today.map((one) => (
            <ConsentRow key={one.channelId} pupil={pupil} standing={one} />
          ))}
        </Table>
      )}
    </Card>
  );
}

function ConsentRow(props: AboutPupil & { readonly standing: Consents['today'][number] }) {
  const { consents: words, register } = useStrings();
  const { day } = useFormats();
  const { nameOf } = useChannelNames();
  const { channelId, mayAppear, reason, until } = props.standing;
  const name = nameOf(channelId);
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        <span className={`badge ${mayAppear ? 'clear' : 'block'} register-wraps`}>
          <Mark kind={mayAppear ? 'clear' : 'block'} />
          {mayAppear ? words.may : words.mayNot}
          {reason !== null && reason !== 'may-not-appear' && `: ${register.reasons[reason]}`}
        </span>
      </td>
      <td>{until === null ? '–' : day(until)}</td>
      <td>
        <DialogButton
          isSmall
          aria-label={words.recordFor(name)}
          dialog={(close) => <RecordAnswerDialog pupil={props.pupil} channelId={channelId} onClose={close} />}
        >
          {words.record}
        </DialogButton>
      </td>
    </tr>
  );
}
