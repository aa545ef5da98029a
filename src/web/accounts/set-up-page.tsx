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
import { useDraft } from '../ui/use-draft.ts';
import { NewPasswordField } from './new-password-field.tsx';
import { useEnter } from './use-enter.ts';
import { useLinkToken } from './use-link-token.ts';

/** The first visit: name the school and become its first administrator. Leads on to the set-up wizard. */
export function SetUpPage() {
  const { setUp: words } = useStrings();
  const token = useLinkToken();
  const state = useEndpoint(sessionEndpoints.readSetUp, {});
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
      <SetUpForm token={token} />
    </Gate>
  );
}

function SetUpForm({ token }: { readonly token: string }) {
  const { setUp: words, signIn } = useStrings();
  const { draft, field } = useDraft({ schoolName: '', displayName: '', email: '', password: '' });
  const setUp = useAction(sessionEndpoints.completeSetUp, { onDone: useEnter('/administration') });
  return (
    <Form
      sending={setUp}
      onSubmit={() => {
        setUp.mutate({ body: { token, ...draft } });
      }}
    >
      <TextField {...field('schoolName')} label={words.schoolName} isRequired />
      <TextField {...field('displayName')} label={words.yourName} autoComplete="name" isRequired />
      <TextField {...field('email')} label={signIn.email} type="email" autoComplete="username" isRequired />
      <NewPasswordField {...field('password')} label={words.newPassword} />
      <Button kind="primary" type="submit" isPending={setUp.isPending}>
        {words.submit}
      </Button>
    </Form>
  );
}
