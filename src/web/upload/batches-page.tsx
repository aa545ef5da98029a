import { useInfiniteQuery } from '@tanstack/react-query';
import { uploadEndpoints } from '../../contract/uploads.ts';
import { useChannelNames } from '../api/use-channel-names.ts';
import { useFormats } from '../strings/use-formats.ts';
import { useStrings } from '../strings/use-strings.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { Link } from '../ui/link.tsx';
import { LoadedPages } from '../ui/loaded-pages.tsx';
import { Page } from '../ui/page.tsx';
import { pagesOptions } from '../api/pages-options.ts';
import { sayWaiting, type BatchCounts, type BatchState } from './say-waiting.ts';
import './upload.css';

const lookEveryMs = 5_000;

/** What I uploaded, the newest first, and what each batch waits for. */
export function BatchesPage() {
  const { batches: words } = useStrings();
  const pages = useInfiniteQuery({
    ...pagesOptions(uploadEndpoints.list, {}),
    refetchInterval: ({ state }) =>
      state.data?.pages.some(({ items }) => items.some(({ counts }) => counts.waiting > 0)) === true
        ? lookEveryMs
        : false,
  });
  return (
    <Page
      title={words.title}
      intro={words.intro}
      actions={
        <Link to="/upload" looks="primary">
          {words.upload}
        </Link>
      }
    >
      <LoadedPages
        from={pages}
        empty={
          <EmptyState title={words.empty} help={words.emptyHelp}>
            <Link to="/upload" looks="button">
              {words.upload}
            </Link>
          </EmptyState>
        }
      >
        {(items) => <BatchList batches={items} />}
      </LoadedPages>
    </Page>
  );
}

function BatchList({ batches }: { readonly batches: readonly BatchSummary[] }) {
  return (
    <ul className="upload-batches">
      {batches.map((batch) => (
        <li key={batch.id}>
          <BatchCard {...batch} />
        </li>
      ))}
    </ul>
  );
}

interface BatchSummary {
  readonly id: string;
  readonly title: string;
  readonly eventDate: string;
  readonly state: BatchState;
  readonly channels: readonly string[];
  readonly counts: BatchCounts;
}

function BatchCard(batch: BatchSummary) {
  const { batches: words } = useStrings();
  const { day, list } = useFormats();
  const { nameOf } = useChannelNames();
  return (
    <article className="card upload-batch">
      <div className="row">
        <h2>
          <Link to={`/batches/${batch.id}`}>{batch.title}</Link>
        </h2>
        <span className="badge">{words.states[batch.state]}</span>
      </div>
      <p className="muted">
        {day(batch.eventDate)} · {list(batch.channels.map(nameOf))} · {words.photos(batch.counts.total)}
      </p>
      <ul className="upload-waiting">
        {sayWaiting(words, { ...batch, isMine: true }).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </article>
  );
}
