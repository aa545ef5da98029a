import type { channelEndpoints } from '../../contract/channels.ts';
import type { BodySent } from '../../contract/endpoint.ts';
import { useStrings } from '../strings/use-strings.ts';
import { Checkbox } from '../ui/checkbox.tsx';
import { RadioField } from '../ui/radio-field.tsx';
import { TextField } from '../ui/text-field.tsx';

export type ChannelSettings = BodySent<typeof channelEndpoints.change>;

/** How a channel is run: what may change while it is open. */
export function ChannelSettingsFields(props: {
  readonly settings: ChannelSettings;
  readonly onChange: (settings: ChannelSettings) => void;
}) {
  const { channels: words } = useStrings();
  const { settings } = props;
  const change = (part: Partial<ChannelSettings>): void => {
    props.onChange({ ...settings, ...part });
  };
  return (
    <>
      <TextField
        label={words.name}
        name="name"
        isRequired
        value={settings.name}
        onChange={(name) => {
          change({ name });
        }}
      />
      <RadioField
        label={words.profile}
        help={words.profileHelp}
        name="profile"
        value={settings.profile}
        choices={(['strict', 'standard'] as const).map((value) => ({ value, label: words.profiles[value] }))}
        onChange={(profile) => {
          change({ profile });
        }}
      />
      <TextField
        label={words.maxLongEdgePx}
        help={words.maxLongEdgeHelp}
        name="maxLongEdgePx"
        type="number"
        isRequired
        value={String(settings.maxLongEdgePx)}
        onChange={(value) => {
          change({ maxLongEdgePx: Number(value) });
        }}
      />
      <div>
        <Checkbox
          isSelected={settings.namesAllowed}
          onChange={(namesAllowed) => {
            change({ namesAllowed });
          }}
        >
          {words.namesAllowed}
        </Checkbox>
        <p className="field-help">{words.namesHelp}</p>
      </div>
      <RadioField
        label={words.noRecordMeans}
        name="noRecordMeans"
        value={settings.noRecordMeans}
        choices={(['refused', 'permitted'] as const).map((value) => ({ value, label: words.noRecord[value] }))}
        onChange={(noRecordMeans) => {
          change({ noRecordMeans });
        }}
      />
      <TextField
        label={words.accountUrl}
        name="accountUrl"
        type="url"
        placeholder="https://"
        value={settings.accountUrl ?? ''}
        onChange={(value) => {
          change({ accountUrl: value === '' ? null : value });
        }}
      />
    </>
  );
}
