import { usePerson } from '../api/use-person.ts';
import { useStrings } from '../strings/use-strings.ts';
import { Page } from '../ui/page.tsx';

/** What waits for this person. */
export function HomePage() {
  const { nav } = useStrings();
  const { person } = usePerson();
  return (
    <Page title={nav.home}>
      <p>{person?.displayName}</p>
    </Page>
  );
}
