import { usePerson, type Person } from '../api/use-person.ts';
import { useStrings } from '../strings/use-strings.ts';
import { Card } from '../ui/card.tsx';
import { Page } from '../ui/page.tsx';
import { PasswordSection } from './password-section.tsx';
import { SecondFactorSection } from './second-factor-section.tsx';
import { SessionsSection } from './sessions-section.tsx';
import './accounts.css';

/** One's own name, roles, password, second factor and sign-ins. */
export function AccountPage() {
  const { shell } = useStrings();
  const { person } = usePerson();
  if (person === null || person === undefined) return null;
  return (
    <Page title={shell.account}>
      <div className="account-sections">
        <Details person={person} />
        <PasswordSection person={person} />
        <SecondFactorSection person={person} />
        <SessionsSection />
      </div>
    </Page>
  );
}

function Details({ person }: { readonly person: Person }) {
  const { account: words } = useStrings();
  return (
    <Card id="account-details" title={words.details}>
      <dl className="facts">
        <dt>{words.name}</dt>
        <dd>{person.displayName}</dd>
        <dt>{words.email}</dt>
        <dd className="account-email">{person.email}</dd>
        <dt>{words.roles}</dt>
        <dd>
          <ul className="account-roles">
            {person.roles.map((role) => (
              <li key={role}>{words.meaning[role]}</li>
            ))}
          </ul>
        </dd>
      </dl>
      <p className="muted">{words.rolesHelp}</p>
    </Card>
  );
}
