import { disclosureEndpoints } from '../../contract/disclosures.ts';
import type { BodySent } from '../../contract/endpoint.ts';
import { useAction } from '../api/use-action.ts';
import { todayIso } from '../strings/today-iso.ts';
import { useStrings } from '../strings/use-strings.ts';
import { choicesOf } from '../ui/choices-of.ts';
import { FormDialog } from '../ui/form-dialog.tsx';
import { SelectField } from '../ui/select-field.tsx';
import { TextField } from '../ui/text-field.tsx';
import { toasts } from '../ui/toasts.ts';
import { useDraft } from '../ui/use-draft.ts';

type NewDisclosure = BodySent<typeof disclosureEndpoints.record>;

const kinds = ['police', 'local-authority', 'parent', 'governors', 'staff', 'other'] as const;

/** Record who was told what about a restriction or a quarantined photo. */
export function DisclosureDialog(props: { readonly about: NewDisclosure['about']; readonly onClose: () => void }) {
  const { safeguarding: words } = useStrings();
  const { draft, field } = useDraft<Omit<NewDisclosure, 'about'>>(() => ({
    toKind: 'police',
    recipient: '',
    told: '',
    disclosedOn: todayIso(),
  }));
  const record = useAction(disclosureEndpoints.record, {
    changes: ['disclosures.'],
    onDone: () => {
      toasts.show(words.disclosed);
      props.onClose();
    },
  });
  return (
    <FormDialog
      title={words.disclose}
      intro={<p className="muted">{words.disclosuresHelp}</p>}
      action={words.disclose}
      sending={record}
      onSend={() => {
        record.mutate({ body: { about: props.about, ...draft } });
      }}
      onClose={props.onClose}
    >
      <SelectField {...field('toKind')} label={words.toKind} isRequired choices={choicesOf(words.toKinds, kinds)} />
      <TextField {...field('recipient')} label={words.recipient} isRequired />
      <TextField {...field('told')} label={words.told} lines="many" isRequired />
      <TextField {...field('disclosedOn')} label={words.disclosedOn} type="date" isRequired />
    </FormDialog>
  );
}
