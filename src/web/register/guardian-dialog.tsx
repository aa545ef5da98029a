import { useMutation, useQueryClient } from '@tanstack/react-query';
import { guardianEndpoints } from '../../contract/register-guardians.ts';
import { call } from '../api/call.ts';
import { useStrings } from '../strings/use-strings.ts';
import { Checkbox } from '../ui/checkbox.tsx';
import { FormDialog } from '../ui/form-dialog.tsx';
import { TextField } from '../ui/text-field.tsx';
import { toasts } from '../ui/toasts.ts';
import { useDraft, type FieldOf } from '../ui/use-draft.ts';
import type { Guardian } from './guardians-panel.tsx';

interface Draft {
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly relationship: string;
  readonly isParent: boolean;
}

function draftOf(guardian: Guardian | null): Draft {
  if (guardian === null) return { name: '', email: '', phone: '', relationship: '', isParent: true };
  return { ...guardian, email: guardian.email ?? '', phone: guardian.phone ?? '' };
}

/** Add a guardian, or change one: contact and how they are joined to the pupil are two things to the service. */
export function GuardianDialog(props: {
  readonly pupilId: string;
  readonly guardian: Guardian | null;
  readonly onClose: () => void;
}) {
  const { guardians: words, common } = useStrings();
  const { pupilId, guardian } = props;
  const client = useQueryClient();
  const { draft, field } = useDraft(() => draftOf(guardian));
  const save = useMutation({
    mutationFn: () => saveGuardian(pupilId, guardian, draft),
    onSuccess: () => {
      toasts.show(words.saved);
      props.onClose();
    },
    // Also after half of it was refused: the page must show what stands now.
    onSettled: () =>
      client.invalidateQueries({
        predicate: ({ queryKey: [name] }) => /^(guardians|biometric|pupils)\./.test(String(name)),
      }),
  });
  return (
    <FormDialog
      title={guardian === null ? words.add : guardian.name}
      action={common.save}
      sending={save}
      onSend={() => {
        save.mutate();
      }}
      onClose={props.onClose}
    >
      <GuardianFields field={field} />
    </FormDialog>
  );
}

function GuardianFields({ field }: { readonly field: FieldOf<Draft> }) {
  const { guardians: words } = useStrings();
  const { value: isParent, onChange: setParent } = field('isParent');
  const text = (name: Exclude<keyof Draft, 'isParent'>) => ({ ...field(name), label: words[name] });
  return (
    <>
      <TextField {...text('name')} isRequired autoComplete="off" />
      <TextField {...text('relationship')} isRequired help={words.relationshipHelp} />
      <TextField {...text('email')} type="email" autoComplete="off" />
      <TextField {...text('phone')} type="tel" autoComplete="off" />
      <div>
        <Checkbox isSelected={isParent} onChange={setParent}>
          {words.isParent}
        </Checkbox>
        <p className="field-help">{words.isParentHelp}</p>
      </div>
    </>
  );
}

async function saveGuardian(pupilId: string, guardian: Guardian | null, draft: Draft): Promise<void> {
  const orNull = (text: string): string | null => (text.trim() === '' ? null : text);
  const contact = { name: draft.name, email: orNull(draft.email), phone: orNull(draft.phone) };
  const link = { relationship: draft.relationship, isParent: draft.isParent };
  if (guardian === null) {
    await call(guardianEndpoints.add, { params: { pupilId }, body: { ...contact, ...link } });
    return;
  }
  await call(guardianEndpoints.change, { params: { guardianId: guardian.id }, body: contact });
  await call(guardianEndpoints.link, { params: { pupilId, guardianId: guardian.id }, body: link });
}
