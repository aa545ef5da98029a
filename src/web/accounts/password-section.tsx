import { meEndpoints } from '../../contract/sign-in.ts';
import { useAction } from '../api/use-action.ts';
import type { Person } from '../api/use-person.ts';
import { useStrings } from '../strings/use-strings.ts';
import { SendForm } from '../ui/send-form.tsx';
import { TextField } from '../ui/text-field.tsx';
import { toasts } from '../ui/toasts.ts';
import { useDraft } from '../ui/use-draft.ts';
import { NewPasswordField } from './new-password-field.tsx';

/** Change one’s password. Every other session ends with it. */
export function PasswordSection({ person }: { readonly person: Person }) {
  const { account: words } = useStrings();
  return (
    <section className="card" aria-labelledby="account-password">
      <h2 id="account-password">{words.password}</h2>
      {person.hasPassword ? <ChangePassword /> : <p>{words.noPassword}</p>}
    </section>
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
