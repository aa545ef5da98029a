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
import { useDraft } from '../ui/use-draft.ts';
import { useEnter } from './use-enter.ts';

/** Sign in with a password (and a code where a second factor is on), or with the school's Microsoft or Google. */
export function SignInPage() {
  const { signIn: words } = useStrings();
  return (
    <Gate title={words.title} intro={words.intro}>
      <SignInForm />
      <Providers />
      <p className="muted">{words.forgotten}</p>
    </Gate>
  );
}

function SignInForm() {
  const { signIn: words } = useStrings();
  const { draft, field } = useDraft({ email: '', password: '', code: '' });
  const { code, ...known } = draft;
  const signIn = useAction(sessionEndpoints.signIn, { onDone: useEnter() });
  const isCodeNeeded = code !== '' || (signIn.error instanceof ApiError && signIn.error.code === 'code-needed');
  return (
    <Form
      error={signIn.error}
      onSubmit={() => {
        signIn.mutate({ body: { ...known, ...(code === '' ? {} : { code }) } });
      }}
    >
      <TextField {...field('email')} label={words.email} type="email" autoComplete="username" isRequired />
      <TextField
        {...field('password')}
        label={words.password}
        type="password"
        autoComplete="current-password"
        isRequired
      />
      {isCodeNeeded && (
        <TextField
          {...field('code')}
          label={words.code}
          help={words.codeHelp}
          autoComplete="one-time-code"
          inputMode="text"
          isRequired
          autoFocus
        />
      )}
      <Button kind="primary" type="submit" isPending={signIn.isPending}>
        {words.submit}
      </Button>
    </Form>
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
