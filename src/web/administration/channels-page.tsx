import { useNavigate } from 'react-router';
import { channelEndpoints } from '../../contract/channels.ts';
import type { AnswerOf } from '../../contract/endpoint.ts';
import { useEndpoint } from '../api/use-endpoint.ts';
import { useFormats } from '../strings/use-formats.ts';
import { useStrings } from '../strings/use-strings.ts';
import { DialogButton } from '../ui/dialog-button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Link } from '../ui/link.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Page } from '../ui/page.tsx';
import { Table } from '../ui/table.tsx';
import { ApplyDialog } from './apply-dialog.tsx';
import { BackLink } from './back-link.tsx';
import { ChannelStateBadge } from './channel-state-badge.tsx';

type Channels = AnswerOf<typeof channelEndpoints.list>['channels'];

/** Places photos go. */
export function ChannelsPage() {
  const { channels: words } = useStrings();
  const channels = useEndpoint(channelEndpoints.list, {});
  const actions = (
    <>
      <BackLink />
      <ApplyButton />
    </>
  );
  return (
    <Page title={words.title} intro={words.intro} actions={actions}>
      <Loaded from={channels}>
        {(data) =>
          data.channels.length === 0 ? (
            <EmptyState title={words.empty} help={words.emptyText} />
          ) : (
            <ChannelTable channels={data.channels} />
          )
        }
      </Loaded>
    </Page>
  );
}

function ApplyButton() {
  const { channels: words } = useStrings();
  const navigate = useNavigate();
  const show = (channelId: string): void => {
    void navigate(`/administration/channels/${channelId}`);
  };
  return (
    <DialogButton kind="primary" dialog={(close) => <ApplyDialog onDone={show} onClose={close} />}>
      {words.apply}
    </DialogButton>
  );
}

function ChannelTable({ channels }: { readonly channels: Channels }) {
  const { channels: words } = useStrings();
  const { list } = useFormats();
  return (
    <Table columns={[words.name, words.kind, words.audience, words.profile, words.staff, words.outcome]}>
      {channels.map((channel) => (
        <tr key={channel.id}>
          <th scope="row">
            <Link to={`/administration/channels/${channel.id}`}>{channel.name}</Link>
          </th>
          <td>{words.kinds[channel.kind]}</td>
          <td>{words.audiences[channel.audience]}</td>
          <td>{words.profiles[channel.profile]}</td>
          <td>{list(channel.staff.map(({ displayName }) => displayName))}</td>
          <td>
            <ChannelStateBadge state={channel.state} />
          </td>
        </tr>
      ))}
    </Table>
  );
}
