import { useLocation, useSearchParams } from 'react-router';
import { openidEndpoints, sessionEndpoints } from '../../contract/sign-in.ts';
import { addressOf } from '../api/address-of.ts';
import { ApiError } from '../api/api-error.ts';
import { useAction } from '../api/use-action.ts';
import { useEndpoint } from '../api/use-endpoint.ts';
import { Gate } from '../shell/gate.tsx';
import { useStrings } from '../strings/use-strings.ts';
import { Button } from '../ui/button.tsx';
import { Form } from '../ui/form.tsx';
import { Notice } from '../ui/notice.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useDraft } from '../ui/use-draft.ts';
import { useEnter } from './use-enter.ts';

/** Sign in with a password (and a code where a second factor is on), or with the school's Microsoft or Google. */
export function SignInPage() {
  const { signIn: words } = useStrings();
  const setUp = useEndpoint(sessionEndpoints.readSetUp, {});
  if (setUp.data?.isNeeded === true) {
    return (
      <Gate title={words.title} intro={words.intro}>
        <Notice tone="warning">{words.notSetUp}</Notice>
      </Gate>
    );
  }
  return (
    <Gate title={words.title} intro={words.intro}>
      <SessionEnded />
      <ProviderProblem />
      <SignInForm />
      <Providers />
      <p className="muted">{words.forgotten}</p>
    </Gate>
  );
}

/** Whoever was at work reads why they are here, and that they come back to it. */
function SessionEnded() {
  const { signIn: words } = useStrings();
  const { state } = useLocation() as { readonly state: { readonly hasEnded?: boolean } | null };
  return state?.hasEnded === true && <Notice tone="info">{words.ended}</Notice>;
}

function SignInForm() {
  const { signIn: words } = useStrings();
  const { draft, field } = useDraft({ email: '', password: '', code: '' });
  const { code, ...known } = draft;
  const signIn = useAction(sessionEndpoints.signIn, { onDone: useEnter() });
  const isCodeNeeded = code !== '' || (signIn.error instanceof ApiError && signIn.error.code === 'code-needed');
  return (
    <Form
      sending={signIn}
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

/** Why signing in with another service failed: the service leads back here with the code of it. */
function ProviderProblem() {
  const strings = useStrings();
  const [search] = useSearchParams();
  const code = search.get('problem');
  if (code === null) return null;
  const { problems } = strings.signIn;
  return (
    <Notice tone="bad" title={strings.errors.title} isLive>
      {Object.hasOwn(problems, code) ? problems[code] : problems['provider-failed']}
    </Notice>
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
