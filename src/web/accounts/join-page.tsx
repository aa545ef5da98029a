import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { accountEndpoints } from '../../contract/accounts.ts';
import { openidEndpoints } from '../../contract/sign-in.ts';
import { addressOf } from '../api/address-of.ts';
import { call } from '../api/call.ts';
import { useAction } from '../api/use-action.ts';
import { useEndpoint } from '../api/use-endpoint.ts';
import { Gate } from '../shell/gate.tsx';
import { useStrings } from '../strings/use-strings.ts';
import { Button } from '../ui/button.tsx';
import { Form } from '../ui/form.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Notice } from '../ui/notice.tsx';
import { NewPasswordField } from './new-password-field.tsx';
import { useEnter } from './use-enter.ts';
import { useLinkToken } from './use-link-token.ts';

/** Where an invitation, or a link to a new password, leads. */
export function JoinPage() {
  const { join: words, signIn } = useStrings();
  const token = useLinkToken();
  const link = useQuery({
    queryKey: ['accounts.readInvitation', token],
    queryFn: ({ signal }) => call(accountEndpoints.readInvitation, { body: { token }, signal }),
    enabled: token !== '',
    staleTime: Infinity,
  });
  if (token === '') {
    return (
      <Gate title={signIn.title}>
        <Notice tone="warning">{words.noToken}</Notice>
      </Gate>
    );
  }
  const isReset = link.data?.kind === 'password-reset';
  return (
    <Gate
      title={link.data === undefined ? signIn.title : isReset ? words.resetTitle : words.title(link.data.schoolName)}
    >
      <Loaded from={link}>
        {({ displayName, email }) => (
          <>
            <p>{isReset ? words.resetIntro(displayName) : words.intro(displayName, email)}</p>
            <ChoosePassword token={token} />
            {!isReset && <Providers token={token} />}
          </>
        )}
      </Loaded>
    </Gate>
  );
}

function ChoosePassword({ token }: { readonly token: string }) {
  const { join: words, setUp } = useStrings();
  const [password, setPassword] = useState('');
  const accept = useAction(accountEndpoints.acceptInvitation, { onDone: useEnter() });
  return (
    <Form
      sending={accept}
      onSubmit={() => {
        accept.mutate({ body: { token, password } });
      }}
    >
      <NewPasswordField label={setUp.newPassword} name="password" value={password} onChange={setPassword} />
      <Button kind="primary" type="submit" isPending={accept.isPending}>
        {words.submit}
      </Button>
    </Form>
  );
}

function Providers({ token }: { readonly token: string }) {
  const { signIn: words } = useStrings();
  const { data } = useEndpoint(openidEndpoints.listProviders, {});
  return data?.providers.map(({ id, name }) => (
    <a
      key={id}
      className="button plain"
      href={addressOf(openidEndpoints.begin, { params: { provider: id }, query: { invitation: token } })}
    >
      {words.with(name)}
    </a>
  ));
}
