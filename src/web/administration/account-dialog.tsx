import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { accountEndpoints } from '../../contract/accounts.ts';
import { call } from '../api/call.ts';
import { useAction } from '../api/use-action.ts';
import { useStrings } from '../strings/use-strings.ts';
import { AskDialog } from '../ui/ask-dialog.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { SendForm } from '../ui/send-form.tsx';
import { toasts } from '../ui/toasts.ts';
import { useDraft } from '../ui/use-draft.ts';
import { OneTimeLink } from './one-time-link.tsx';
import type { Account } from './people-page.tsx';
import { PersonFields, type PersonDraft } from './person-fields.tsx';

/** Change a person: name, address, roles; a link to a new password; closing the account. */
export function AccountDialog(props: { readonly account: Account; readonly onClose: () => void }) {
  const { people: words } = useStrings();
  const { account, onClose } = props;
  const [isClosing, setClosing] = useState(false);
  const reset = useAction(accountEndpoints.offerPasswordReset, { changes: ['accounts.listInvitations'] });
  if (reset.data !== undefined) {
    return (
      <Dialog title={words.reset} onClose={onClose}>
        <OneTimeLink name={account.displayName} {...reset.data} />
      </Dialog>
    );
  }
  if (isClosing) return <CloseAccount account={account} onClose={onClose} />;
  return (
    <Dialog title={words.changeRoles(account.displayName)} onClose={onClose}>
      <AccountForm account={account} onClose={onClose} />
      <ErrorNotice error={reset.error} />
      <div className="row">
        <Button
          isPending={reset.isPending}
          onPress={() => {
            reset.mutate({ params: { accountId: account.id } });
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

function CloseAccount({ account, onClose }: { readonly account: Account; readonly onClose: () => void }) {
  const { people: words } = useStrings();
  return (
    <AskDialog
      title={words.close}
      action={words.close}
      endpoint={accountEndpoints.close}
      input={{ params: { accountId: account.id } }}
      changes={['accounts.', 'setup.', 'channels.']}
      onDone={() => {
        toasts.show(words.closedNow);
      }}
      onClose={onClose}
    >
      <p>{words.closeText(account.displayName)}</p>
    </AskDialog>
  );
}

function AccountForm({ account, onClose }: { readonly account: Account; readonly onClose: () => void }) {
  const { people: words, common } = useStrings();
  const client = useQueryClient();
  const { draft, field } = useDraft<PersonDraft>(account);
  const save = useMutation({
    mutationFn: () => saveAccount(account, draft),
    onSuccess: (haveRolesChanged) => {
      toasts.show(haveRolesChanged ? words.rolesChanged : words.renamed);
      onClose();
    },
    onSettled: () =>
      client.invalidateQueries({ predicate: ({ queryKey: [name] }) => /^(accounts|setup)\./.test(String(name)) }),
  });
  return (
    <SendForm
      action={common.save}
      sending={save}
      onSend={() => {
        save.mutate();
      }}
      onCancel={onClose}
    >
      <PersonFields field={field} />
    </SendForm>
  );
}

/** Name and roles are two things to the service. Returns whether the roles were changed. */
async function saveAccount(account: Account, { displayName, email, roles }: PersonDraft): Promise<boolean> {
  const params = { accountId: account.id };
  const isRenamed = displayName !== account.displayName || email !== account.email;
  if (isRenamed) await call(accountEndpoints.rename, { params, body: { displayName, email } });
  const haveRolesChanged = [...roles].sort().join() !== [...account.roles].sort().join();
  if (haveRolesChanged) await call(accountEndpoints.changeRoles, { params, body: { roles } });
  return haveRolesChanged;
}
