import { useState } from 'react';
import { accountEndpoints } from '../../contract/accounts.ts';
import { channelEndpoints } from '../../contract/channels.ts';
import type { BodySent } from '../../contract/endpoint.ts';
import { useAction } from '../api/use-action.ts';
import { useEndpoint } from '../api/use-endpoint.ts';
import { useStrings } from '../strings/use-strings.ts';
import { Button } from '../ui/button.tsx';
import { CheckboxGroupField } from '../ui/checkbox-group-field.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Form } from '../ui/form.tsx';
import { RadioField } from '../ui/radio-field.tsx';
import { SelectField } from '../ui/select-field.tsx';
import { TextField } from '../ui/text-field.tsx';
import { toasts } from '../ui/toasts.ts';
import { ChannelSettingsFields } from './channel-settings-fields.tsx';

type Application = BodySent<typeof channelEndpoints.apply>;

const empty: Application = {
  id: '',
  name: '',
  kind: 'website',
  profile: 'strict',
  maxLongEdgePx: 1600,
  namesAllowed: false,
  noRecordMeans: 'refused',
  accountUrl: null,
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
  const [draft, setDraft] = useState(empty);
  const apply = useAction(channelEndpoints.apply, {
    changes: ['channels.', 'setup.'],
    onDone: ({ id }) => {
      toasts.show(words.applied);
      props.onDone(id);
    },
  });
  const change = (part: Partial<Application>): void => {
    setDraft({ ...draft, ...part });
  };
  return (
    <Dialog title={words.apply} isOpen onClose={props.onClose}>
      <Form
        error={apply.error}
        onSubmit={() => {
          apply.mutate({ body: draft });
        }}
      >
        <KindFields draft={draft} onChange={change} />
        <ChannelSettingsFields settings={draft} onChange={change} />
        <PurposeFields draft={draft} onChange={change} />
        <StaffField draft={draft} onChange={change} />
        <div className="row">
          <Button kind="primary" type="submit" isPending={apply.isPending}>
            {common.save}
          </Button>
          <Button onPress={props.onClose}>{common.cancel}</Button>
        </div>
      </Form>
    </Dialog>
  );
}

interface PartProps {
  readonly draft: Application;
  readonly onChange: (part: Partial<Application>) => void;
}

function KindFields({ draft, onChange }: PartProps) {
  const { channels: words } = useStrings();
  const kinds = Object.keys(words.kinds) as Application['kind'][];
  return (
    <>
      <SelectField
        label={words.kind}
        name="kind"
        value={draft.kind}
        choices={kinds.map((value) => ({ value, label: words.kinds[value] }))}
        onChange={(kind) => {
          onChange({ kind });
        }}
      />
      <TextField
        label={words.id}
        help={words.idHelp}
        name="id"
        isRequired
        value={draft.id}
        onChange={(id) => {
          onChange({ id });
        }}
      />
    </>
  );
}

function PurposeFields({ draft, onChange }: PartProps) {
  const { channels: words } = useStrings();
  const text = (name: 'aim' | 'intendedAudience' | 'promotion' | 'audienceReason' | 'policyUrl') => ({
    name,
    label: words[name],
    value: draft[name],
    isRequired: true,
    onChange: (value: string) => {
      onChange({ [name]: value });
    },
  });
  return (
    <>
      <TextField {...text('aim')} lines="many" />
      <TextField {...text('intendedAudience')} />
      <TextField {...text('promotion')} />
      <RadioField
        label={words.audience}
        name="audience"
        value={draft.audience}
        choices={(['public', 'closed'] as const).map((value) => ({ value, label: words.audiences[value] }))}
        onChange={(audience) => {
          onChange({ audience });
        }}
      />
      <TextField {...text('audienceReason')} />
      <TextField {...text('policyUrl')} type="url" placeholder="https://" />
    </>
  );
}

function StaffField({ draft, onChange }: PartProps) {
  const { channels: words } = useStrings();
  const people = useEndpoint(accountEndpoints.listPeople, {});
  return (
    <CheckboxGroupField
      label={words.staff}
      help={words.staffHelp}
      name="staff"
      isRequired
      choices={(people.data?.people ?? []).map(({ id, displayName }) => ({ value: id, label: displayName }))}
      value={draft.staff}
      onChange={(staff) => {
        onChange({ staff });
      }}
    />
  );
}
