import type { AnswerOf } from '../../contract/endpoint.ts';
import { releaseEndpoints } from '../../contract/release.ts';
import { addressOf } from '../api/address-of.ts';
import { useFormats } from '../strings/use-formats.ts';
import { useStrings } from '../strings/use-strings.ts';
import { Link } from '../ui/link.tsx';
import { Table } from '../ui/table.tsx';
import { StandingBadge } from './standing-badge.tsx';

type Entry = AnswerOf<typeof releaseEndpoints.ledger>['items'][number];

/** The releases as a table; each leads to its own page. */
export function LedgerTable({ items }: { readonly items: readonly Entry[] }) {
  const { published: words } = useStrings();
  const { columns } = words;
  return (
    <Table
      className="published-table"
      caption={words.caption}
      frame={{ role: 'region', 'aria-label': words.caption }}
      columns={[columns.picture, columns.what, columns.channel, columns.released, columns.posts, columns.state]}
    >
      {items.map((entry) => (
        <LedgerRow key={entry.id} entry={entry} />
      ))}
    </Table>
  );
}

function LedgerRow({ entry }: { readonly entry: Entry }) {
  const { published: words } = useStrings();
  const { moment } = useFormats();
  const posts = entry.posts.filter(({ retractedAt }) => retractedAt === null);
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
      <td>{posts.length === 0 ? words.notPosted : words.posts(posts.length)}</td>
      <td>
        <StandingBadge standing={entry} />
      </td>
    </tr>
  );
}
