import { useState } from 'react';
import { sessionEndpoints } from '../../contract/sign-in.ts';
import { useAction } from '../api/use-action.ts';
import { useEndpoint } from '../api/use-endpoint.ts';
import { Gate } from '../shell/gate.tsx';
import { useStrings } from '../strings/use-strings.ts';
import { Button } from '../ui/button.tsx';
import { Form } from '../ui/form.tsx';
import { Link } from '../ui/link.tsx';
import { Notice } from '../ui/notice.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useEnter } from './use-enter.ts';
import { useLinkToken } from './use-link-token.ts';

/** The first visit: name the school and become its first administrator. Leads on to the set-up wizard. */
export function SetUpPage() {
  const { setUp: words, signIn } = useStrings();
  const token = useLinkToken();
  const enter = useEnter('/administration');
  const state = useEndpoint(sessionEndpoints.readSetUp, {});
  const [schoolName, setSchoolName] = useState('');
  const [displayName, setDisplayName] = useState('');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const setUp = useAction(sessionEndpoints.completeSetUp, { onDone: enter });
  if (state.data?.isNeeded === false) {
    return (
      <Gate title={words.title}>
        <Notice>{words.done}</Notice>
        <Link to="/sign-in" looks="primary">
          {words.goSignIn}
        </Link>
      </Gate>
    );
  }
  if (token === '') {
    return (
      <Gate title={words.title}>
        <Notice tone="warning">{words.noToken}</Notice>
      </Gate>
    );
  }
  return (
    <Gate title={words.title} intro={words.intro}>
      <Form
        error={setUp.error}
        onSubmit={() => {
          setUp.mutate({ body: { token, schoolName, displayName, email, password } });
        }}
      >
        <TextField label={words.schoolName} name="schoolName" isRequired value={schoolName} onChange={setSchoolName} />
        <TextField
          label={words.yourName}
          name="displayName"
          autoComplete="name"
          isRequired
          value={displayName}
          onChange={setDisplayName}
        />
        <TextField
          label={signIn.email}
          name="email"
          type="email"
          autoComplete="username"
          isRequired
          value={email}
          onChange={setEmail}
        />
        <TextField
          label={words.newPassword}
          help={words.passwordHelp}
          name="password"
          type="password"
          autoComplete="new-password"
          isRequired
          value={password}
          onChange={setPassword}
        />
        <Button kind="primary" type="submit" isPending={setUp.isPending}>
          {words.submit}
        </Button>
      </Form>
    </Gate>
  );
}
