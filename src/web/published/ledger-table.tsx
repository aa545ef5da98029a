import type { AnswerOf } from '../../contract/endpoint.ts';
import { releaseEndpoints } from '../../contract/release.ts';
import { addressOf } from '../api/address-of.ts';
import { useFormats } from '../strings/use-formats.ts';
import { useStrings } from '../strings/use-strings.ts';
import { Link } from '../ui/link.tsx';
import { StandingBadge } from './standing-badge.tsx';

type Entry = AnswerOf<typeof releaseEndpoints.ledger>['items'][number];

/** The releases as a table; each leads to its own page. */
export function LedgerTable({ items }: { readonly items: readonly Entry[] }) {
  const { published: words } = useStrings();
  const { columns } = words;
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label={words.caption}>
      <table className="table published-table">
        <caption className="visually-hidden">{words.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{columns.picture}</th>
            <th scope="col">{columns.what}</th>
            <th scope="col">{columns.channel}</th>
            <th scope="col">{columns.released}</th>
            <th scope="col">{columns.posts}</th>
            <th scope="col">{columns.state}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((entry) => (
            <LedgerRow key={entry.id} entry={entry} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function LedgerRow({ entry }: { readonly entry: Entry }) {
  const { published: words } = useStrings();
  const { moment } = useFormats();
  return (
    <tr>
      <td>
        {entry.photoId !== null && (
          <img
            className="published-thumb"
            src={addressOf(releaseEndpoints.picture, { params: { releaseId: entry.id } })}
            alt=""
            loading="lazy"
            decoding="async"
          />
        )}
      </td>
      <td>
        <Link to={`/published/${entry.id}`}>{entry.batchTitle ?? words.noBatch}</Link>
        <div className="muted published-file">{entry.fileName}</div>
      </td>
      <td>{entry.channelName}</td>
      <td>{words.releasedBy(moment(entry.releasedAt), entry.releasedBy.displayName)}</td>
      <td>{entry.posts.length === 0 ? words.notPosted : words.posts(entry.posts.length)}</td>
      <td>
        <StandingBadge takenDownAt={entry.takenDownAt} takedownDueOn={entry.takedownDueOn} />
      </td>
    </tr>
  );
}
