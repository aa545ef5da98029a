import { accountEndpoints } from '../../contract/accounts.ts';
import { channelEndpoints } from '../../contract/channels.ts';
import type { BodySent } from '../../contract/endpoint.ts';
import { useAction } from '../api/use-action.ts';
import { useEndpoint } from '../api/use-endpoint.ts';
import { useStrings } from '../strings/use-strings.ts';
import { choicesOfPeople } from '../ui/choices-of-people.ts';
import { CheckboxGroupField } from '../ui/checkbox-group-field.tsx';
import { choicesOf } from '../ui/choices-of.ts';
import { FormDialog } from '../ui/form-dialog.tsx';
import { RadioField } from '../ui/radio-field.tsx';
import { SelectField } from '../ui/select-field.tsx';
import { TextField } from '../ui/text-field.tsx';
import { toasts } from '../ui/toasts.ts';
import { useDraft, type FieldOf } from '../ui/use-draft.ts';
import { ChannelSettingsFields, type ChannelSettings } from './channel-settings-fields.tsx';

/** What an application says beside how the channel is to be run. */
type Application = Omit<BodySent<typeof channelEndpoints.apply>, keyof ChannelSettings>;

const emptySettings: ChannelSettings = {
  name: '',
  profile: 'strict',
  maxLongEdgePx: 1600,
  namesAllowed: false,
  noRecordMeans: 'refused',
  accountUrl: null,
};

const empty: Application = {
  id: '',
  kind: 'website',
  aim: '',
  intendedAudience: '',
  promotion: '',
  audience: 'public',
  audienceReason: '',
  policyUrl: '',
  staff: [],
};

/** What school policies ask of everyone who wants to open an account in the school's name. */
export function ApplyDialog(props: { readonly onDone: (channelId: string) => void; readonly onClose: () => void }) {
  const { channels: words, common } = useStrings();
  const settings = useDraft(emptySettings);
  const { draft, field } = useDraft(empty);
  const apply = useAction(channelEndpoints.apply, {
    changes: ['channels.', 'setup.'],
    onDone: ({ id }) => {
      toasts.show(words.applied);
      props.onDone(id);
    },
  });
  return (
    <FormDialog
      title={words.apply}
      action={common.save}
      sending={apply}
      onSend={() => {
        apply.mutate({ body: { ...draft, ...settings.draft } });
      }}
      onClose={props.onClose}
    >
      <KindFields field={field} />
      <ChannelSettingsFields field={settings.field} />
      <PurposeFields field={field} />
      <StaffField field={field} />
    </FormDialog>
  );
}

interface PartProps {
  readonly field: FieldOf<Application>;
}

function KindFields({ field }: PartProps) {
  const { channels: words } = useStrings();
  return (
    <>
      <SelectField {...field('kind')} label={words.kind} choices={choicesOf(words.kinds)} />
      <TextField {...field('id')} label={words.id} help={words.idHelp} isRequired />
    </>
  );
}

function PurposeFields({ field }: PartProps) {
  const { channels: words } = useStrings();
  const text = (name: 'aim' | 'intendedAudience' | 'promotion' | 'audienceReason' | 'policyUrl') => ({
    ...field(name),
    label: words[name],
    isRequired: true,
  });
  return (
    <>
      <TextField {...text('aim')} lines="many" />
      <TextField {...text('intendedAudience')} />
      <TextField {...text('promotion')} />
      <RadioField
        {...field('audience')}
        label={words.audience}
        choices={choicesOf(words.audiences, ['public', 'closed'])}
      />
      <TextField {...text('audienceReason')} />
      <TextField {...text('policyUrl')} type="url" placeholder="https://" />
    </>
  );
}

function StaffField({ field }: PartProps) {
  const { channels: words } = useStrings();
  const people = useEndpoint(accountEndpoints.listPeople, {});
  return (
    <CheckboxGroupField
      {...field('staff')}
      label={words.staff}
      help={words.staffHelp}
      isRequired
      choices={choicesOfPeople(people.data?.people)}
    />
  );
}
