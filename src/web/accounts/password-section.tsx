import { useState } from 'react';
import { meEndpoints } from '../../contract/sign-in.ts';
import { useAction } from '../api/use-action.ts';
import type { Person } from '../api/use-person.ts';
import { useStrings } from '../strings/use-strings.ts';
import { Button } from '../ui/button.tsx';
import { Form } from '../ui/form.tsx';
import { TextField } from '../ui/text-field.tsx';
import { toasts } from '../ui/toasts.ts';

/** Change one’s password. Every other session ends with it. */
export function PasswordSection({ person }: { readonly person: Person }) {
  const { account: words, setUp } = useStrings();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const change = useAction(meEndpoints.changePassword, {
    changes: ['accounts.listSessions'],
    onDone: () => {
      setCurrent('');
      setNext('');
      toasts.show(words.changed);
    },
  });
  return (
    <section className="card" aria-labelledby="account-password">
      <h2 id="account-password">{words.password}</h2>
      {!person.hasPassword ? (
        <p>{words.noPassword}</p>
      ) : (
        <Form
          error={change.error}
          onSubmit={() => {
            change.mutate({ body: { current, next } });
          }}
        >
          <TextField
            label={words.current}
            name="current"
            type="password"
            autoComplete="current-password"
            isRequired
            value={current}
            onChange={setCurrent}
          />
          <TextField
            label={words.next}
            help={setUp.passwordHelp}
            name="next"
            type="password"
            autoComplete="new-password"
            isRequired
            value={next}
            onChange={setNext}
          />
          <div>
            <Button type="submit" isPending={change.isPending}>
              {words.change}
            </Button>
          </div>
        </Form>
      )}
    </section>
  );
}
