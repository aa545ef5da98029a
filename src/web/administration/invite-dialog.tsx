import { useState } from 'react';
import { accountEndpoints } from '../../contract/accounts.ts';
import { useAction } from '../api/use-action.ts';
import type { Role } from '../api/use-person.ts';
import { useStrings } from '../strings/use-strings.ts';
import { Button } from '../ui/button.tsx';
import { CheckboxGroupField } from '../ui/checkbox-group-field.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Form } from '../ui/form.tsx';
import { TextField } from '../ui/text-field.tsx';
import { OneTimeLink } from './one-time-link.tsx';
import { roleChoices } from './role-choices.ts';

/** Invite a person: name, address and roles in; a link to hand over out. */
export function InviteDialog(props: { readonly onClose: () => void }) {
  const { people: words, common } = useStrings();
  const [displayName, setDisplayName] = useState('');
  const [email, setEmail] = useState('');
  const [roles, setRoles] = useState<Role[]>(['staff']);
  const invite = useAction(accountEndpoints.invite, { changes: ['accounts.listInvitations', 'setup.'] });
  return (
    <Dialog title={words.invite} isOpen onClose={props.onClose}>
      {invite.data !== undefined ? (
        <OneTimeLink name={displayName} {...invite.data} />
      ) : (
        <Form
          error={invite.error}
          onSubmit={() => {
            invite.mutate({ body: { displayName, email, roles } });
          }}
        >
          <TextField label={words.name} name="displayName" isRequired value={displayName} onChange={setDisplayName} />
          <TextField label={words.email} name="email" type="email" isRequired value={email} onChange={setEmail} />
          <CheckboxGroupField
            label={words.roles}
            name="roles"
            isRequired
            choices={roleChoices(words)}
            value={roles}
            onChange={setRoles}
          />
          <div className="row">
            <Button kind="primary" type="submit" isPending={invite.isPending}>
              {words.send}
            </Button>
            <Button onPress={props.onClose}>{common.cancel}</Button>
          </div>
        </Form>
      )}
    </Dialog>
  );
}
