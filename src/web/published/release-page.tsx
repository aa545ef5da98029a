import { useParams } from 'react-router';
import type { AnswerOf } from '../../contract/endpoint.ts';
import { releaseEndpoints } from '../../contract/release.ts';
import { addressOf } from '../api/address-of.ts';
import { useEndpoint } from '../api/use-endpoint.ts';
import { useFormats } from '../strings/use-formats.ts';
import { useStrings } from '../strings/use-strings.ts';
import { AddPost } from '../release/add-post.tsx';
import { PostedPlaces } from '../release/posted-places.tsx';
import { Card } from '../ui/card.tsx';
import { Link } from '../ui/link.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Page } from '../ui/page.tsx';
import { AskTakedown } from './ask-takedown.tsx';
import { ReliedUpon } from './relied-upon.tsx';
import { StandingBadge } from './standing-badge.tsx';
import './published.css';

export type LedgerEntry = AnswerOf<typeof releaseEndpoints.read>;

/** One release: the picture that left, where it went, who answered for it, the permissions it relies on. */
export function ReleasePage() {
  const { releaseId = '' } = useParams();
  const { release: words } = useStrings();
  const from = useEndpoint(releaseEndpoints.read, { params: { releaseId } });
  return (
    <Page title={words.title} actions={<Link to="/published">{words.back}</Link>}>
      <Loaded from={from}>
        {(entry) => (
          <>
            <AskTakedown entry={entry} />
            <div className="published-release">
              <Picture entry={entry} />
              <div className="stack">
                <Facts entry={entry} />
                <Posts entry={entry} />
              </div>
            </div>
            <ReliedUpon consents={entry.consents} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Picture({ entry }: { readonly entry: LedgerEntry }) {
  const { release: words } = useStrings();
  if (entry.photoId === null) return <p className="card">{words.noPicture}</p>;
  return (
    <figure>
      <img
        src={addressOf(releaseEndpoints.picture, { params: { releaseId: entry.id } })}
        alt={entry.altText}
        width={entry.widthPx}
        height={entry.heightPx}
      />
      <figcaption className="muted">{words.picture}</figcaption>
    </figure>
  );
}

function Facts({ entry }: { readonly entry: LedgerEntry }) {
  const { release: words, published, common } = useStrings();
  const { moment, number } = useFormats();
  const orNone = (text: string): string => (text === '' ? common.none : text);
  const kilobytes = number(Math.ceil(entry.bytes / 1_000));
  const facts: readonly (readonly [string, string])[] = [
    [words.channel, entry.channelName],
    [words.batch, entry.batchTitle ?? published.noBatch],
    [words.released, published.releasedBy(moment(entry.releasedAt), entry.releasedBy.displayName)],
    [words.approvedBy, entry.approvedBy?.displayName ?? words.nobody],
    [words.caption, orNone(entry.caption)],
    [words.altText, orNone(entry.altText)],
    [words.file, entry.fileName],
    [words.size, words.sizeOf(entry.widthPx, entry.heightPx, kilobytes)],
    [words.sha256, entry.sha256],
    [words.policy, words.policyNumber(entry.policyNumber)],
  ];
  return (
    <section className="card">
      <div>
        <StandingBadge standing={entry} />
      </div>
      <dl className="facts">
        {facts.map(([term, text]) => (
          <div key={term} className="facts-pair">
            <dt>{term}</dt>
            <dd className="published-file">{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** Where it was put, and what was recorded by mistake. While it is out, wrong addresses go and missing ones come. */
function Posts({ entry }: { readonly entry: LedgerEntry }) {
  const { release: words } = useStrings();
  const standing = entry.posts.filter(({ retractedAt }) => retractedAt === null);
  const isOut = entry.takenDownAt === null;
  return (
    <Card id="release-posts" title={words.posts}>
      {standing.length === 0 && <p>{words.noPosts}</p>}
      {entry.posts.map((post) => (
        <div key={post.id}>
          {isOut && post.retractedAt === null ? <PostedPlaces posts={[post]} all={[post]} /> : <PastPost post={post} />}
          <RecordedBy post={post} />
        </div>
      ))}
      {isOut && <AddPost releaseId={entry.id} accountUrl={entry.accountUrl} />}
    </Card>
  );
}

type Post = LedgerEntry['posts'][number];

function PastPost({ post: { url, retractedAt } }: { readonly post: Post }) {
  if (retractedAt !== null) return <s className="published-file">{url}</s>;
  return (
    <a className="published-file" href={url} target="_blank" rel="noreferrer noopener">
      {url}
    </a>
  );
}

function RecordedBy({ post }: { readonly post: Post }) {
  const { release: words } = useStrings();
  const { day, moment } = useFormats();
  const { postedOn, recordedBy, retractedAt, retractedBy } = post;
  return (
    <>
      <p className="muted">{words.postedOn(day(postedOn), recordedBy.displayName)}</p>
      {retractedAt !== null && (
        <p>
          <strong>{words.retracted(retractedBy?.displayName ?? '', moment(retractedAt))}</strong>
        </p>
      )}
    </>
  );
}
