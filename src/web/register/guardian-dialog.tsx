import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { guardianEndpoints } from '../../contract/register-guardians.ts';
import { call } from '../api/call.ts';
import { useStrings } from '../strings/use-strings.ts';
import { Button } from '../ui/button.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Form } from '../ui/form.tsx';
import { TextField } from '../ui/text-field.tsx';
import { toasts } from '../ui/toasts.ts';
import type { Guardian } from './guardians-panel.tsx';

interface Draft {
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly relationship: string;
  readonly isParent: boolean;
}

const empty: Draft = { name: '', email: '', phone: '', relationship: '', isParent: true };

/** Add a guardian, or change one: contact and how they are joined to the pupil are two things to the service. */
export function GuardianDialog(props: {
  readonly pupilId: string;
  readonly guardian: Guardian | null;
  readonly onClose: () => void;
}) {
  const { guardians: words, common } = useStrings();
  const { pupilId, guardian } = props;
  const client = useQueryClient();
  const [draft, setDraft] = useState<Draft>(() =>
    guardian === null ? empty : { ...guardian, email: guardian.email ?? '', phone: guardian.phone ?? '' },
  );
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
  const text = (name: 'name' | 'email' | 'phone' | 'relationship', isRequired = false) => ({
    name,
    label: words[name],
    value: draft[name],
    isRequired,
    onChange: (value: string) => {
      setDraft({ ...draft, [name]: value });
    },
  });
  return (
    <Dialog title={guardian === null ? words.add : guardian.name} isOpen onClose={props.onClose}>
      <Form
        error={save.error}
        onSubmit={() => {
          save.mutate();
        }}
      >
        <TextField {...text('name', true)} autoComplete="off" />
        <TextField {...text('relationship', true)} help={words.relationshipHelp} />
        <TextField {...text('email')} type="email" autoComplete="off" />
        <TextField {...text('phone')} type="tel" autoComplete="off" />
        <div>
          <Checkbox
            isSelected={draft.isParent}
            onChange={(isParent) => {
              setDraft({ ...draft, isParent });
            }}
          >
            {words.isParent}
          </Checkbox>
          <p className="field-help">{words.isParentHelp}</p>
        </div>
        <div className="row">
          <Button kind="primary" type="submit" isPending={save.isPending}>
            {common.save}
          </Button>
          <Button onPress={props.onClose}>{common.cancel}</Button>
        </div>
      </Form>
    </Dialog>
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
