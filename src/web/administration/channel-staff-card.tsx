import { useState } from 'react';
import { accountEndpoints } from '../../contract/accounts.ts';
import { channelEndpoints } from '../../contract/channels.ts';
import { useAction } from '../api/use-action.ts';
import { useEndpoint } from '../api/use-endpoint.ts';
import { useStrings } from '../strings/use-strings.ts';
import { Button } from '../ui/button.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { SelectField } from '../ui/select-field.tsx';
import { toasts } from '../ui/toasts.ts';
import { channelChanges, type Channel } from './channel-page.tsx';

type Member = Channel['staff'][number];

/** Who answers for a channel: naming another, and handing over when somebody leaves. */
export function ChannelStaffCard({ channel }: { readonly channel: Channel }) {
  const { channels: words } = useStrings();
  const people = useEndpoint(accountEndpoints.listPeople, {});
  const [leaving, setLeaving] = useState<Member | null>(null);
  const others = (people.data?.people ?? []).filter(({ id }) => !channel.staff.some((member) => member.id === id));
  const choices = others.map(({ id, displayName }) => ({ value: id, label: displayName }));
  const name = useAction(channelEndpoints.nameStaff, { changes: channelChanges });
  return (
    <section className="card" aria-labelledby="channel-staff">
      <h2 id="channel-staff">{words.staffTitle}</h2>
      <ul className="administration-list">
        {channel.staff.map((member) => (
          <li key={member.id}>
            <span>
              {member.displayName}
              {!member.isActive && <span className="muted"> ({words.inactive})</span>}
            </span>
            <Button
              isSmall
              aria-label={`${words.handOver}: ${member.displayName}`}
              onPress={() => {
                setLeaving(member);
              }}
            >
              {words.handOver}
            </Button>
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
      {leaving !== null && (
        <HandOverDialog
          channelId={channel.id}
          leaving={leaving}
          choices={choices}
          onClose={() => {
            setLeaving(null);
          }}
        />
      )}
    </section>
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
  const handOver = useAction(channelEndpoints.handOver, {
    changes: channelChanges,
    onDone: () => {
      toasts.show(words.handedOver);
      props.onClose();
    },
  });
  return (
    <ConfirmDialog
      title={words.handOver}
      action={words.handOver}
      isOpen
      isPending={handOver.isPending}
      error={handOver.error}
      onConfirm={() => {
        const body = { from: props.leaving.id, to: to === '' ? null : to };
        handOver.mutate({ params: { channelId: props.channelId }, body });
      }}
      onClose={props.onClose}
    >
      <SelectField
        label={words.handOverTo(props.leaving.displayName)}
        value={to}
        choices={[{ value: '', label: words.nobody }, ...props.choices]}
        onChange={setTo}
      />
    </ConfirmDialog>
  );
}
