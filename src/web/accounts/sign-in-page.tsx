import { useState } from 'react';
import { openidEndpoints, sessionEndpoints } from '../../contract/sign-in.ts';
import { addressOf } from '../api/address-of.ts';
import { ApiError } from '../api/api-error.ts';
import { useAction } from '../api/use-action.ts';
import { useEndpoint } from '../api/use-endpoint.ts';
import { Gate } from '../shell/gate.tsx';
import { useStrings } from '../strings/use-strings.ts';
import { Button } from '../ui/button.tsx';
import { Form } from '../ui/form.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useEnter } from './use-enter.ts';

/** Sign in with a password (and a code where a second factor is on), or with the school's Microsoft or Google. */
export function SignInPage() {
  const { signIn: words } = useStrings();
  const enter = useEnter();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const signIn = useAction(sessionEndpoints.signIn, { onDone: enter });
  const isCodeNeeded = code !== '' || (signIn.error instanceof ApiError && signIn.error.code === 'code-needed');
  return (
    <Gate title={words.title} intro={words.intro}>
      <Form
        error={signIn.error}
        onSubmit={() => {
          signIn.mutate({ body: { email, password, ...(code === '' ? {} : { code }) } });
        }}
      >
        <TextField
          label={words.email}
          name="email"
          type="email"
          autoComplete="username"
          isRequired
          value={email}
          onChange={setEmail}
        />
        <TextField
          label={words.password}
          name="password"
          type="password"
          autoComplete="current-password"
          isRequired
          value={password}
          onChange={setPassword}
        />
        {isCodeNeeded && (
          <TextField
            label={words.code}
            help={words.codeHelp}
            name="code"
            autoComplete="one-time-code"
            inputMode="text"
            isRequired
            autoFocus
            value={code}
            onChange={setCode}
          />
        )}
        <Button kind="primary" type="submit" isPending={signIn.isPending}>
          {words.submit}
        </Button>
      </Form>
      <Providers />
      <p className="muted">{words.forgotten}</p>
    </Gate>
  );
}

function Providers() {
  const { signIn: words } = useStrings();
  const { data } = useEndpoint(openidEndpoints.listProviders, {});
  if (data === undefined || data.providers.length === 0) return null;
  return (
    <div className="stack">
      <p className="muted">{words.or}</p>
      {data.providers.map(({ id, name }) => (
        <a key={id} className="button plain" href={addressOf(openidEndpoints.begin, { params: { provider: id } })}>
          {words.with(name)}
        </a>
      ))}
    </div>
  );
}
