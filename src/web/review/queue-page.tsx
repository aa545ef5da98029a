import { useState } from 'react';
import { useFormats } from '../strings/use-formats.ts';
import { useStrings } from '../strings/use-strings.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Link } from '../ui/link.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Page } from '../ui/page.tsx';
import { ManyBar } from './many-bar.tsx';
import { QueueFilters } from './queue-filters.tsx';
import { QueueTile } from './queue-tile.tsx';
import type { QueueItem } from './review-types.ts';
import { useQueue } from './use-queue.ts';
import { passes, useQueueFilter } from './use-queue-filter.ts';
import './review.css';

const shownAtFirst = 120;

/** What waits for a decision, by urgency; easy photos can be selected and decided together. */
export function QueuePage() {
  const { review } = useStrings();
  const queue = useQueue();
  return (
    <Page title={review.title} intro={review.intro}>
      <Loaded from={queue}>
        {(items) =>
          items.length === 0 ? (
            <EmptyState title={review.emptyTitle}>
              <p>{review.emptyHelp}</p>
            </EmptyState>
          ) : (
            <Queue items={items} />
          )
        }
      </Loaded>
    </Page>
  );
}

function Queue({ items }: { readonly items: readonly QueueItem[] }) {
  const { review, common } = useStrings();
  const { number } = useFormats();
  const { filter, change, carriedOn } = useQueueFilter();
  const [limit, setLimit] = useState(shownAtFirst);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const passing = items.filter((item) => passes(item, filter));
  const selected = passing.filter(({ id, isEasy, isMine }) => chosen.has(id) && isEasy && !isMine);
  const toggle = (id: string, isOn: boolean): void => {
    setChosen(new Set(isOn ? [...chosen, id] : [...chosen].filter((one) => one !== id)));
  };
  return (
    <>
      <QueueFilters items={items} filter={filter} onChange={change} />
      <div className="row review-count">
        <p role="status">
          <strong>{review.count(items.length)}</strong>
          {passing.length < items.length && <> · {review.shownOf(passing.length, items.length)}</>}
        </p>
        {passing[0] !== undefined && (
          <Link to={`/review/${passing[0].id}${carriedOn}`} looks="primary">
            {review.start}
          </Link>
        )}
      </div>
      <ManyBar
        easy={passing.filter(({ isEasy, isMine }) => isEasy && !isMine)}
        selected={selected}
        onSelect={(photos) => {
          setChosen(new Set(photos.map(({ id }) => id)));
        }}
      />
      {passing.length === 0 ? (
        <EmptyState title={review.noneMatchTitle}>
          <p>{review.noneMatchHelp}</p>
          <Button
            onPress={() => {
              change({ verdict: 'all', batchId: '', show: 'all' });
            }}
          >
            {review.clearFilters}
          </Button>
        </EmptyState>
      ) : (
        <ul className="review-tiles">
          {passing.slice(0, limit).map((item) => (
            <QueueTile
              key={item.id}
              item={item}
              to={`/review/${item.id}${carriedOn}`}
              isSelected={chosen.has(item.id)}
              onSelect={(isOn) => {
                toggle(item.id, isOn);
              }}
            />
          ))}
        </ul>
      )}
      {passing.length > limit && (
        <div>
          <Button
            onPress={() => {
              setLimit(limit + shownAtFirst);
            }}
          >
            {`${common.more} (${number(passing.length - limit)})`}
          </Button>
        </div>
      )}
    </>
  );
}
