import { useState } from 'react';
import { accountEndpoints } from '../../contract/accounts.ts';
import { channelEndpoints } from '../../contract/channels.ts';
import { useAction } from '../api/use-action.ts';
import { useEndpoint } from '../api/use-endpoint.ts';
import { useStrings } from '../strings/use-strings.ts';
import { choicesOfPeople } from '../ui/choices-of-people.ts';
import { AskDialog } from '../ui/ask-dialog.tsx';
import { Card } from '../ui/card.tsx';
import { DialogButton } from '../ui/dialog-button.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { SelectField } from '../ui/select-field.tsx';
import { toasts } from '../ui/toasts.ts';
import { channelChanges, type Channel } from './channel-page.tsx';

type Member = Channel['staff'][number];

/** Who answers for a channel: naming another, and handing over when somebody leaves. */
export function ChannelStaffCard({ channel }: { readonly channel: Channel }) {
  const { channels: words } = useStrings();
  const people = useEndpoint(accountEndpoints.listPeople, {});
  const others = (people.data?.people ?? []).filter(({ id }) => !channel.staff.some((member) => member.id === id));
  const choices = choicesOfPeople(others);
  const name = useAction(channelEndpoints.nameStaff, { changes: channelChanges });
  return (
    <Card id="channel-staff" title={words.staffTitle}>
      <ul className="administration-list">
        {channel.staff.map((member) => (
          <li key={member.id}>
            <span>
              {member.displayName}
              {!member.isActive && <span className="muted"> ({words.inactive})</span>}
            </span>
            <DialogButton
              isSmall
              aria-label={`${words.handOver}: ${member.displayName}`}
              dialog={(close) => (
                <HandOverDialog channelId={channel.id} leaving={member} choices={choices} onClose={close} />
              )}
            >
              {words.handOver}
            </DialogButton>
          </li>
        ))}
      </ul>
      <SelectField
        label={words.addStaff}
        value={null}
        choices={choices}
        onChange={(accountId) => {
          name.mutate({ params: { channelId: channel.id }, body: { accountId } });
        }}
      />
      <ErrorNotice error={name.error} />
    </Card>
  );
}

function HandOverDialog(props: {
  readonly channelId: string;
  readonly leaving: Member;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  readonly onClose: () => void;
}) {
  const { channels: words } = useStrings();
  const [to, setTo] = useState('');
  const { channelId, leaving } = props;
  return (
    <AskDialog
      title={words.handOver}
      action={words.handOver}
      endpoint={channelEndpoints.handOver}
      input={{ params: { channelId }, body: { from: leaving.id, to: to === '' ? null : to } }}
      changes={channelChanges}
      onDone={() => {
        toasts.show(words.handedOver);
      }}
      onClose={props.onClose}
    >
      <SelectField
        label={words.handOverTo(leaving.displayName)}
        value={to}
        choices={[{ value: '', label: words.nobody }, ...props.choices]}
        onChange={setTo}
      />
    </AskDialog>
  );
}
