import type { AnswerOf } from '../../contract/endpoint.ts';
import { releaseEndpoints } from '../../contract/release.ts';
import type { takedownEndpoints } from '../../contract/takedowns.ts';
import { addressOf } from '../api/address-of.ts';
import type { Person } from '../api/use-person.ts';
import { useFormats } from '../strings/use-formats.ts';
import { useStrings } from '../strings/use-strings.ts';
import { DialogButton } from '../ui/dialog-button.tsx';
import { AddPost } from '../release/add-post.tsx';
import { PostedPlaces } from '../release/posted-places.tsx';
import { Link } from '../ui/link.tsx';
import { Mark } from '../ui/mark.tsx';
import { AssignTakedown } from './assign-takedown.tsx';
import { CallOffTakedown } from './call-off-takedown.tsx';
import { CompleteTakedown } from './complete-takedown.tsx';

export type Takedown = AnswerOf<typeof takedownEndpoints.list>['items'][number];

/** One photo that must come down: where it is, why, who removes it and by when. */
export function TakedownCard(props: {
  readonly takedown: Takedown;
  readonly person: Person;
  readonly oversees: boolean;
}) {
  const { takedowns: words } = useStrings();
  const { takedown, oversees } = props;
  return (
    <article className="card published-task">
      {oversees && (
        <img
          className="published-thumb"
          src={addressOf(releaseEndpoints.picture, { params: { releaseId: takedown.releaseId } })}
          alt=""
          loading="lazy"
        />
      )}
      <div className="stack">
        <Heading takedown={takedown} />
        <Where takedown={takedown} />
        {takedown.state !== 'done' && (
          <div className="row">
            <DialogButton kind="primary" dialog={(close) => <CompleteTakedown takedown={takedown} onClose={close} />}>
              {words.done}
            </DialogButton>
            {oversees && <AssignTakedown takedown={takedown} person={props.person} />}
            {oversees && isCalledOffAtAll(takedown) && <CallOffTakedown takedownId={takedown.id} />}
            {oversees && <Link to={`/published/${takedown.releaseId}`}>{words.see}</Link>}
          </div>
        )}
      </div>
    </article>
  );
}

/** What no record can put right: nobody looks after a closed channel, and an erased pupil is on no record. */
const isCalledOffAtAll = ({ isChannelClosed, cause }: Takedown): boolean => !isChannelClosed && cause !== 'erasure';

function Heading({ takedown }: { readonly takedown: Takedown }) {
  const { takedowns: words } = useStrings();
  const { day } = useFormats();
  const { cause, pupil, state } = takedown;
  const said = cause === null ? words.causeHidden : words.causes[cause];
  return (
    <>
      <div className="row">
        <h2>{words.on(takedown.channelName)}</h2>
        {state !== 'done' && (
          <span className={`badge ${state === 'overdue' ? 'block' : 'review'}`}>
            <Mark kind={state === 'overdue' ? 'block' : 'review'} />
            {state === 'overdue'
              ? `${words.overdue} · ${words.due(day(takedown.dueOn))}`
              : words.due(day(takedown.dueOn))}
          </span>
        )}
      </div>
      <p>{pupil === null ? said : words.about(said, `${pupil.firstName} ${pupil.lastName}`)}</p>
      {takedown.nobodyLooked && state !== 'done' && <p className="muted">{words.nobodyLooked}</p>}
      <p className="muted published-file">
        {takedown.fileName} · {words.owner(takedown.owner.displayName)}
      </p>
    </>
  );
}

function Where({ takedown }: { readonly takedown: Takedown }) {
  const { takedowns: words } = useStrings();
  const { moment } = useFormats();
  const { posts, outcome, note, doneAt, doneBy } = takedown;
  if (doneAt === null) return <WhereToRemove takedown={takedown} />;
  return (
    <>
      {posts.length > 0 && (
        <ul className="published-urls">
          {posts.map(({ id, url }) => (
            <li key={id}>
              <a className="published-file" href={url} target="_blank" rel="noreferrer noopener">
                {url}
              </a>
            </li>
          ))}
        </ul>
      )}
      {outcome !== null && (
        <div>
          <p>
            <strong>{words.outcomes[outcome]}</strong>
          </p>
          {note !== null && note !== '' && <p className="published-note">{note}</p>}
          <p className="muted">{words.doneBy(doneBy?.displayName ?? '', moment(doneAt))}</p>
        </div>
      )}
    </>
  );
}

/** Whoever removes it goes by these addresses, so wrong ones go and missing ones come, here where they are read. */
function WhereToRemove({ takedown }: { readonly takedown: Takedown }) {
  const { takedowns: words } = useStrings();
  const { posts, releaseId, accountUrl } = takedown;
  return (
    <div className="stack">
      {posts.length === 0 ? <p>{words.nowhere}</p> : <h3>{words.where}</h3>}
      <PostedPlaces posts={posts} all={posts} />
      <AddPost releaseId={releaseId} accountUrl={accountUrl} />
    </div>
  );
}
