import { setupEndpoints } from '../../contract/setup.ts';
import type { AnswerOf } from '../../contract/endpoint.ts';
import { useEndpoint } from '../api/use-endpoint.ts';
import { useHasRole } from '../api/use-has-role.ts';
import { useStrings } from '../strings/use-strings.ts';
import { Link } from '../ui/link.tsx';
import { Mark } from '../ui/mark.tsx';
import { Notice } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { SaidByService } from '../ui/said-by-service.tsx';
import './administration.css';

type Progress = AnswerOf<typeof setupEndpoints.readProgress>;
type School = AnswerOf<typeof setupEndpoints.readSchool>;

/** The set-up wizard, step by step, and the way to everything else. */
export function AdministrationPage() {
  const { administration: words } = useStrings();
  const isAdmin = useHasRole('admin');
  const progress = useEndpoint(setupEndpoints.readProgress, {}, { enabled: isAdmin });
  const school = useEndpoint(setupEndpoints.readSchool, {}, { enabled: isAdmin });
  return (
    <Page title={words.title} intro={words.intro}>
      {progress.data !== undefined && school.data !== undefined && (
        <Wizard progress={progress.data} school={school.data} />
      )}
      <section className="stack" aria-labelledby="administration-more">
        <h2 id="administration-more">{isAdmin ? words.more : words.pages}</h2>
        <ul className="administration-steps">
          {isAdmin || <LinkCard name="matching" {...words.steps.matching} />}
          <LinkCard name="policy" {...words.links.policy} />
          <LinkCard name="retention" {...words.links.retention} />
          <LinkCard name="audit" {...words.links.audit} />
          <LinkCard name="models" {...words.links.models} />
          <LinkCard name="backups" {...words.links.backups} />
          {isAdmin && <LinkCard name="webhooks" {...words.links.webhooks} />}
        </ul>
      </section>
    </Page>
  );
}

function stepsDone(
  progress: Progress,
  school: School,
): Readonly<Record<'school' | 'people' | 'channels' | 'devices' | 'matching', boolean>> {
  return {
    school: school.dataProtectionContact !== null && school.safeguardingContact !== null && school.policyUrl !== null,
    people: progress.moderators >= 2 && progress.safeguardingLeads >= 1,
    channels: progress.openChannels >= 1,
    devices: progress.devices >= 1,
    matching: progress.isMatchingOn,
  };
}

function Wizard({ progress, school }: { readonly progress: Progress; readonly school: School }) {
  const { administration: words } = useStrings();
  const done = Object.entries(stepsDone(progress, school)) as [keyof typeof words.steps, boolean][];
  return (
    <section className="stack" aria-labelledby="administration-steps">
      <h2 id="administration-steps">{words.wizardTitle}</h2>
      {done.every(([, isDone]) => isDone) && progress.warnings.length === 0 && (
        <Notice tone="good">{words.wizardDone}</Notice>
      )}
      {progress.warnings.map(({ code, message, channelId }) => (
        <Notice key={`${code} ${channelId ?? ''}`} tone="warning">
          <SaidByService text={message} />
        </Notice>
      ))}
      <ol className="administration-steps">
        {done.map(([name, isDone], at) => (
          <li key={name} className="card">
            <div className="stack">
              <div className="row">
                <span className="muted">{words.step(at + 1)}</span>
                <span className={`badge ${isDone ? 'clear' : 'review'}`}>
                  <Mark kind={isDone ? 'clear' : 'review'} />
                  {isDone ? words.doneMark : words.todoMark}
                </span>
              </div>
              <h3>{words.steps[name].title}</h3>
              <p className="muted">{words.steps[name].text}</p>
            </div>
            <div>
              <Link to={`/administration/${name}`} looks={isDone ? 'button' : 'primary'}>
                {words.open}
                <span className="visually-hidden">: {words.steps[name].title}</span>
              </Link>
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

function LinkCard(props: { readonly name: string; readonly title: string; readonly text: string }) {
  return (
    <li className="card">
      <h3>
        <Link to={`/administration/${props.name}`}>{props.title}</Link>
      </h3>
      <p className="muted">{props.text}</p>
    </li>
  );
}
