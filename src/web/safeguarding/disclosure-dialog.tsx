import { useState } from 'react';
import { disclosureEndpoints } from '../../contract/disclosures.ts';
import type { BodySent } from '../../contract/endpoint.ts';
import { useAction } from '../api/use-action.ts';
import { todayIso } from '../strings/today-iso.ts';
import { useStrings } from '../strings/use-strings.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Form } from '../ui/form.tsx';
import { SelectField } from '../ui/select-field.tsx';
import { TextField } from '../ui/text-field.tsx';
import { toasts } from '../ui/toasts.ts';

type NewDisclosure = BodySent<typeof disclosureEndpoints.record>;

const kinds = ['police', 'local-authority', 'parent', 'governors', 'staff', 'other'] as const;

/** Record who was told what about a restriction or a quarantined photo. */
export function DisclosureDialog(props: { readonly about: NewDisclosure['about']; readonly onClose: () => void }) {
  const { safeguarding: words, common } = useStrings();
  const [toKind, setToKind] = useState<(typeof kinds)[number]>('police');
  const [recipient, setRecipient] = useState('');
  const [told, setTold] = useState('');
  const [disclosedOn, setDisclosedOn] = useState(() => todayIso());
  const record = useAction(disclosureEndpoints.record, {
    changes: ['disclosures.'],
    onDone: () => {
      toasts.show(words.disclosed);
      props.onClose();
    },
  });
  return (
    <Dialog title={words.disclose} isOpen onClose={props.onClose}>
      <p className="muted">{words.disclosuresHelp}</p>
      <Form
        error={record.error}
        onSubmit={() => {
          record.mutate({ body: { about: props.about, toKind, recipient, told, disclosedOn } });
        }}
      >
        <SelectField
          label={words.toKind}
          name="toKind"
          isRequired
          choices={kinds.map((value) => ({ value, label: words.toKinds[value] }))}
          value={toKind}
          onChange={setToKind}
        />
        <TextField label={words.recipient} name="recipient" isRequired value={recipient} onChange={setRecipient} />
        <TextField label={words.told} name="told" lines="many" isRequired value={told} onChange={setTold} />
        <TextField
          label={words.disclosedOn}
          name="disclosedOn"
          type="date"
          isRequired
          value={disclosedOn}
          onChange={setDisclosedOn}
        />
        <div className="row">
          <Button kind="primary" type="submit" isPending={record.isPending}>
            {words.disclose}
          </Button>
          <Button onPress={props.onClose}>{common.cancel}</Button>
        </div>
      </Form>
    </Dialog>
  );
}
