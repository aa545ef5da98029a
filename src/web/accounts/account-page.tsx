import { usePerson } from '../api/use-person.ts';
import { useStrings } from '../strings/use-strings.ts';
import { Page } from '../ui/page.tsx';

/** One's own name, password, second factor and sign-ins. */
export function AccountPage() {
  const { shell } = useStrings();
  const { person } = usePerson();
  return (
    <Page title={shell.account}>
      <p>{person?.email}</p>
    </Page>
  );
}
