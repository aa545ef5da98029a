import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { accountEndpoints } from '../../contract/accounts.ts';
import { call } from '../api/call.ts';
import { useAction } from '../api/use-action.ts';
import type { Role } from '../api/use-person.ts';
import { useStrings } from '../strings/use-strings.ts';
import { Button } from '../ui/button.tsx';
import { CheckboxGroupField } from '../ui/checkbox-group-field.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { Form } from '../ui/form.tsx';
import { TextField } from '../ui/text-field.tsx';
import { toasts } from '../ui/toasts.ts';
import { OneTimeLink } from './one-time-link.tsx';
import type { Account } from './people-page.tsx';
import { roleChoices } from './role-choices.ts';

/** Change a person: name, address, roles; a link to a new password; closing the account. */
export function AccountDialog(props: { readonly account: Account; readonly onClose: () => void }) {
  const { people: words } = useStrings();
  const { account, onClose } = props;
  const [isClosing, setClosing] = useState(false);
  const params = { accountId: account.id };
  const reset = useAction(accountEndpoints.offerPasswordReset, { changes: ['accounts.listInvitations'] });
  const close = useAction(accountEndpoints.close, {
    changes: ['accounts.', 'setup.', 'channels.'],
    onDone: () => {
      toasts.show(words.closedNow);
      onClose();
    },
  });
  if (reset.data !== undefined) {
    return (
      <Dialog title={words.reset} isOpen onClose={onClose}>
        <OneTimeLink name={account.displayName} {...reset.data} />
      </Dialog>
    );
  }
  if (isClosing) {
    return (
      <ConfirmDialog
        title={words.close}
        action={words.close}
        isOpen
        isPending={close.isPending}
        error={close.error}
        onConfirm={() => {
          close.mutate({ params });
        }}
        onClose={onClose}
      >
        <p>{words.closeText(account.displayName)}</p>
      </ConfirmDialog>
    );
  }
  return (
    <Dialog title={words.changeRoles(account.displayName)} isOpen onClose={onClose}>
      <AccountForm account={account} onClose={onClose} />
      <ErrorNotice error={reset.error} />
      <div className="row">
        <Button
          isPending={reset.isPending}
          onPress={() => {
            reset.mutate({ params });
          }}
        >
          {words.reset}
        </Button>
        <Button
          kind="danger"
          onPress={() => {
            setClosing(true);
          }}
        >
          {words.close}
        </Button>
      </div>
    </Dialog>
  );
}

function AccountForm({ account, onClose }: { readonly account: Account; readonly onClose: () => void }) {
  const { people: words, common } = useStrings();
  const client = useQueryClient();
  const [displayName, setDisplayName] = useState(account.displayName);
  const [email, setEmail] = useState(account.email);
  const [roles, setRoles] = useState<Role[]>(account.roles);
  const params = { accountId: account.id };
  const save = useMutation({
    mutationFn: async () => {
      const isRenamed = displayName !== account.displayName || email !== account.email;
      if (isRenamed) await call(accountEndpoints.rename, { params, body: { displayName, email } });
      const haveChanged = [...roles].sort().join() !== [...account.roles].sort().join();
      if (haveChanged) await call(accountEndpoints.changeRoles, { params, body: { roles } });
      return haveChanged;
    },
    onSuccess: (haveChanged) => {
      toasts.show(haveChanged ? words.rolesChanged : words.renamed);
      onClose();
    },
    onSettled: () =>
      client.invalidateQueries({ predicate: ({ queryKey: [name] }) => /^(accounts|setup)\./.test(String(name)) }),
  });
  return (
    <Form
      error={save.error}
      onSubmit={() => {
        save.mutate();
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
        <Button kind="primary" type="submit" isPending={save.isPending}>
          {common.save}
        </Button>
        <Button onPress={onClose}>{common.cancel}</Button>
      </div>
    </Form>
  );
}
