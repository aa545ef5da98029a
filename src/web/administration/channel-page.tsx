import { useState } from 'react';
import { useParams } from 'react-router';
import { channelEndpoints } from '../../contract/channels.ts';
import type { AnswerOf } from '../../contract/endpoint.ts';
import { useAction } from '../api/use-action.ts';
import { useEndpoint } from '../api/use-endpoint.ts';
import { useFormats } from '../strings/use-formats.ts';
import { useStrings } from '../strings/use-strings.ts';
import { AskButton } from '../ui/ask-button.tsx';
import { Card } from '../ui/card.tsx';
import { Link } from '../ui/link.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Notice } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { SendForm } from '../ui/send-form.tsx';
import { TextField } from '../ui/text-field.tsx';
import { toasts } from '../ui/toasts.ts';
import { useDraft } from '../ui/use-draft.ts';
import { ChannelReviewCard } from './channel-review-card.tsx';
import { ChannelSettingsFields, type ChannelSettings } from './channel-settings-fields.tsx';
import { ChannelStaffCard } from './channel-staff-card.tsx';
import { ChannelStateBadge } from './channel-state-badge.tsx';
import { FactList } from './fact-list.tsx';
import './administration.css';

export type Channel = AnswerOf<typeof channelEndpoints.read>;

/** What every change of a channel may change elsewhere. */
export const channelChanges = ['channels.', 'setup.', 'uploads.', 'takedowns.', 'release.'] as const;

/** One channel: its approval, how it is run, who answers for it, why it exists. */
export function ChannelPage() {
  const { channelId = '' } = useParams();
  const { channels: words } = useStrings();
  const channel = useEndpoint(channelEndpoints.read, { params: { channelId } });
  return (
    <Page title={channel.data?.name ?? words.title} actions={<Link to="/administration/channels">{words.title}</Link>}>
      <Loaded from={channel}>
        {(data) => (
          <div className="stack">
            <div>
              <ChannelStateBadge state={data.state} />
            </div>
            {data.closedAt !== null && <ClosedNotice on={data.closedAt} reason={data.closingReason ?? ''} />}
            <ChannelReviewCard channel={data} />
            {data.state !== 'closed' && data.state !== 'refused' && <SettingsCard channel={data} />}
            <ChannelStaffCard channel={data} />
            <ApplicationCard channel={data} />
            {data.state === 'open' && <CloseCard channel={data} />}
          </div>
        )}
      </Loaded>
    </Page>
  );
}

function ClosedNotice({ on, reason }: { readonly on: string; readonly reason: string }) {
  const { channels: words } = useStrings();
  const { moment } = useFormats();
  return (
    <Notice title={words.closedOn(moment(on))}>
      <p>{reason}</p>
      <p className="muted">{words.openAgain}</p>
    </Notice>
  );
}

function SettingsCard({ channel }: { readonly channel: Channel }) {
  const { channels: words, common } = useStrings();
  const { draft, field } = useDraft<ChannelSettings>(() => settingsOf(channel));
  const save = useAction(channelEndpoints.change, {
    changes: channelChanges,
    onDone: () => {
      toasts.show(words.saved);
    },
  });
  return (
    <Card id="channel-settings" title={words.settings}>
      <SendForm
        action={common.save}
        sending={save}
        onSend={() => {
          save.mutate({ params: { channelId: channel.id }, body: draft });
        }}
      >
        <ChannelSettingsFields field={field} />
      </SendForm>
    </Card>
  );
}

function settingsOf(channel: Channel): ChannelSettings {
  const { name, profile, maxLongEdgePx, namesAllowed, noRecordMeans, accountUrl } = channel;
  return { name, profile, maxLongEdgePx, namesAllowed, noRecordMeans, accountUrl };
}

function ApplicationCard({ channel }: { readonly channel: Channel }) {
  const { channels: words } = useStrings();
  const { moment } = useFormats();
  const facts = [
    [words.kind, words.kinds[channel.kind]],
    [words.aim, channel.aim],
    [words.intendedAudience, channel.intendedAudience],
    [words.promotion, channel.promotion],
    [words.audience, words.audiences[channel.audience]],
    [words.audienceReason, channel.audienceReason],
    [words.policyUrl, channel.policyUrl],
  ] as const;
  return (
    <Card id="channel-application" title={words.application}>
      <p className="muted">{moment(channel.appliedAt)}</p>
      <FactList facts={facts} />
    </Card>
  );
}

function CloseCard({ channel }: { readonly channel: Channel }) {
  const { channels: words } = useStrings();
  const [reason, setReason] = useState('');
  return (
    <AskButton
      kind="danger"
      action={words.close}
      title={words.close}
      endpoint={channelEndpoints.close}
      input={{ params: { channelId: channel.id }, body: { reason } }}
      changes={channelChanges}
      onDone={() => {
        toasts.show(words.closed);
      }}
    >
      <p>{words.closeText(channel.published)}</p>
      <TextField label={words.closeReason} name="reason" isRequired value={reason} onChange={setReason} />
    </AskButton>
  );
}
