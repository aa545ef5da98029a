import type { channelEndpoints } from '../../contract/channels.ts';
import type { BodySent } from '../../contract/endpoint.ts';
import { useStrings } from '../strings/use-strings.ts';
import { Checkbox } from '../ui/checkbox.tsx';
import { choicesOf } from '../ui/choices-of.ts';
import { RadioField } from '../ui/radio-field.tsx';
import { TextField } from '../ui/text-field.tsx';
import { textOrNone } from '../ui/text-or-none.ts';
import type { FieldOf } from '../ui/use-draft.ts';

export type ChannelSettings = BodySent<typeof channelEndpoints.change>;

/** How a channel is run: what may change while it is open. */
export function ChannelSettingsFields({ field }: { readonly field: FieldOf<ChannelSettings> }) {
  const { channels: words } = useStrings();
  const maxLongEdgePx = field('maxLongEdgePx');
  const namesAllowed = field('namesAllowed');
  return (
    <>
      <TextField {...field('name')} label={words.name} isRequired />
      <RadioField
        {...field('profile')}
        label={words.profile}
        help={words.profileHelp}
        choices={choicesOf(words.profiles, ['strict', 'standard'])}
      />
      <TextField
        label={words.maxLongEdgePx}
        help={words.maxLongEdgeHelp}
        name={maxLongEdgePx.name}
        type="number"
        isRequired
        value={String(maxLongEdgePx.value)}
        onChange={(value) => {
          maxLongEdgePx.onChange(Number(value));
        }}
      />
      <div>
        <Checkbox isSelected={namesAllowed.value} onChange={namesAllowed.onChange}>
          {words.namesAllowed}
        </Checkbox>
        <p className="field-help">{words.namesHelp}</p>
      </div>
      <RadioField
        {...field('noRecordMeans')}
        label={words.noRecordMeans}
        choices={choicesOf(words.noRecord, ['refused', 'permitted'])}
      />
      <TextField {...textOrNone(field('accountUrl'))} label={words.accountUrl} type="url" placeholder="https://" />
    </>
  );
}
