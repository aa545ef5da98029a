import { accountEndpoints } from '../../contract/accounts.ts';
import { useAction } from '../api/use-action.ts';
import { useStrings } from '../strings/use-strings.ts';
import { Dialog } from '../ui/dialog.tsx';
import { SendForm } from '../ui/send-form.tsx';
import { useDraft } from '../ui/use-draft.ts';
import { OneTimeLink } from './one-time-link.tsx';
import { PersonFields, type PersonDraft } from './person-fields.tsx';

/** Invite a person: name, address and roles in; a link to hand over out. */
export function InviteDialog(props: { readonly onClose: () => void }) {
  const { people: words } = useStrings();
  const { draft, field } = useDraft<PersonDraft>({ displayName: '', email: '', roles: ['staff'] });
  const invite = useAction(accountEndpoints.invite, { changes: ['accounts.listInvitations', 'setup.'] });
  return (
    <Dialog title={words.invite} onClose={props.onClose}>
      {invite.data !== undefined ? (
        <OneTimeLink name={draft.displayName} {...invite.data} />
      ) : (
        <SendForm
          action={words.send}
          sending={invite}
          onSend={() => {
            invite.mutate({ body: draft });
          }}
          onCancel={props.onClose}
        >
          <PersonFields field={field} />
        </SendForm>
      )}
    </Dialog>
  );
}
