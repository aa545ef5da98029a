import { hasRole, usePerson } from '../api/use-person.ts';
import { useStrings } from '../strings/use-strings.ts';
import { Link } from '../ui/link.tsx';
import { Page } from '../ui/page.tsx';
import { AdultsCard } from './adults-card.tsx';
import { BatchesCard } from './batches-card.tsx';
import { QuarantineCard } from './quarantine-card.tsx';
import { RegisterCard } from './register-card.tsx';
import { ReviewCard } from './review-card.tsx';
import { SetUpCard } from './set-up-card.tsx';
import { TakedownsCard } from './takedowns-card.tsx';
import './home.css';

/** What waits for this person, a card for each thing that their roles may ask about. */
export function HomePage() {
  const { home: words, nav } = useStrings();
  const { person } = usePerson();
  if (person === null || person === undefined) return null;
  return (
    <Page
      title={nav.home}
      intro={words.intro(person.displayName)}
      actions={
        <Link to="/upload" looks="primary">
          {words.upload}
        </Link>
      }
    >
      <div className="home-cards">
        {hasRole(person, ['dsl']) && <QuarantineCard />}
        {hasRole(person, ['moderator', 'dsl']) && <ReviewCard />}
        {hasRole(person, ['staff', 'office', 'moderator', 'dsl']) && <TakedownsCard person={person} />}
        {hasRole(person, ['office']) && <RegisterCard />}
        {hasRole(person, ['office']) && <AdultsCard />}
        {hasRole(person, ['admin']) && <SetUpCard />}
        <BatchesCard />
      </div>
    </Page>
  );
}
