import { useStrings } from '../strings/use-strings.ts';
import { Page } from '../ui/page.tsx';
import { DisclosureList } from './disclosure-list.tsx';
import { QuarantineSection } from './quarantine-section.tsx';
import { ResponseCard } from './response-card.tsx';
import { RestrictedPupils } from './restricted-pupils.tsx';
import './safeguarding.css';

/** The quarantine, what to do, the restricted pupils, and who was told what. */
export function SafeguardingPage() {
  const { safeguarding: words } = useStrings();
  return (
    <Page title={words.title} intro={words.intro}>
      <div className="safeguarding-columns">
        <div className="stack safeguarding-main">
          <QuarantineSection />
          <RestrictedPupils />
          <section className="stack">
            <div>
              <h2>{words.disclosures}</h2>
              <p className="muted">{words.disclosuresHelp}</p>
            </div>
            <DisclosureList about={{}} />
          </section>
        </div>
        <ResponseCard />
      </div>
    </Page>
  );
}
