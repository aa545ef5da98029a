import { useParams } from 'react-router';
import { pupilEndpoints } from '../../contract/register.ts';
import { useEndpoint } from '../api/use-endpoint.ts';
import { useStrings } from '../strings/use-strings.ts';
import { Link } from '../ui/link.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Page } from '../ui/page.tsx';
import { DisclosureList } from './disclosure-list.tsx';
import { RestrictionsSection } from './restrictions-section.tsx';
import { WarningsSection } from './warnings-section.tsx';
import './safeguarding.css';

/** What the safeguarding lead knows of one pupil. */
export function GuardedPupilPage() {
  const { pupilId = '' } = useParams();
  const { safeguarding: words } = useStrings();
  const pupil = useEndpoint(pupilEndpoints.read, { params: { pupilId } });
  return (
    <Loaded from={pupil}>
      {({ firstName, lastName, preferredName, className }) => (
        <Page
          title={`${preferredName ?? firstName} ${lastName}`}
          intro={`${className ?? words.noClass} · ${words.pupilIntro}`}
          actions={
            <>
              <Link to="/safeguarding">{words.backToAll}</Link>
              <Link to={`/pupils/${pupilId}`}>{words.toRegister}</Link>
            </>
          }
        >
          <RestrictionsSection pupilId={pupilId} />
          <WarningsSection pupilId={pupilId} />
          <section className="card">
            <div>
              <h2>{words.disclosures}</h2>
              <p className="muted">{words.disclosuresHelp}</p>
            </div>
            <DisclosureList about={{ pupilId }} />
          </section>
        </Page>
      )}
    </Loaded>
  );
}
