import { meEndpoints } from '../../contract/sign-in.ts';
import { useAction } from '../api/use-action.ts';
import type { Person } from '../api/use-person.ts';
import { useStrings } from '../strings/use-strings.ts';
import { Card } from '../ui/card.tsx';
import { SendForm } from '../ui/send-form.tsx';
import { TextField } from '../ui/text-field.tsx';
import { toasts } from '../ui/toasts.ts';
import { useDraft } from '../ui/use-draft.ts';
import { NewPasswordField } from './new-password-field.tsx';

/** Change one’s password. Every other session ends with it. */
export function PasswordSection({ person }: { readonly person: Person }) {
  const { account: words } = useStrings();
  return (
    <Card id="account-password" title={words.password}>
      {person.hasPassword ? <ChangePassword /> : <p>{words.noPassword}</p>}
    </Card>
  );
}

const empty = { current: '', next: '' };

function ChangePassword() {
  const { account: words } = useStrings();
  const { draft, change, field } = useDraft(empty);
  const save = useAction(meEndpoints.changePassword, {
    changes: ['accounts.listSessions'],
    onDone: () => {
      change(empty);
      toasts.show(words.changed);
    },
  });
  return (
    <SendForm
      action={words.change}
      kind="plain"
      sending={save}
      onSend={() => {
        save.mutate({ body: draft });
      }}
    >
      <TextField
        {...field('current')}
        label={words.current}
        type="password"
        autoComplete="current-password"
        isRequired
      />
      <NewPasswordField {...field('next')} label={words.next} />
    </SendForm>
  );
}
