import { useState } from 'react';
import { useFormats } from '../strings/use-formats.ts';
import { useStrings } from '../strings/use-strings.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Link } from '../ui/link.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Page } from '../ui/page.tsx';
import { canBeSelected } from './many-actions.ts';
import { ManyBar } from './many-bar.tsx';
import { QueueFilters } from './queue-filters.tsx';
import { QueueTile } from './queue-tile.tsx';
import type { QueueItem } from './review-types.ts';
import { useQueue } from './use-queue.ts';
import { passes, useQueueFilter } from './use-queue-filter.ts';
import './review.css';

const shownAtFirst = 120;

/** What waits for a decision, by urgency; photos can be selected, and decided or covered together. */
export function QueuePage() {
  const { review } = useStrings();
  const queue = useQueue();
  return (
    <Page title={review.title} intro={review.intro}>
      <Loaded from={queue}>
        {({ items, beingMade }) => (
          <>
            <p role="status" className="muted">
              {beingMade > 0 && review.beingMade(beingMade)}
            </p>
            {items.length === 0 ? (
              <EmptyState title={review.emptyTitle} help={review.emptyHelp} />
            ) : (
              <Queue items={items} />
            )}
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Queue({ items }: { readonly items: readonly QueueItem[] }) {
  const { filter, change, carriedOn } = useQueueFilter();
  const [limit, setLimit] = useState(shownAtFirst);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const passing = items.filter((item) => passes(item, filter));
  return (
    <>
      <QueueFilters items={items} filter={filter} onChange={change} />
      <Count items={items} passing={passing} carriedOn={carriedOn} />
      <ManyBar
        photos={passing}
        selected={passing.filter((photo) => chosen.has(photo.id) && canBeSelected(photo))}
        onSelect={(photos) => {
          setChosen(new Set(photos.map(({ id }) => id)));
        }}
      />
      {passing.length === 0 ? (
        <NoneMatch
          onClear={() => {
            change({ verdict: 'all', batchId: '', show: 'all' });
          }}
        />
      ) : (
        <Tiles items={passing.slice(0, limit)} carriedOn={carriedOn} chosen={chosen} onChoose={setChosen} />
      )}
      {passing.length > limit && (
        <More
          left={passing.length - limit}
          onMore={() => {
            setLimit(limit + shownAtFirst);
          }}
        />
      )}
    </>
  );
}

/** How many wait, how many of them are shown, and the way into the first. */
function Count(props: {
  readonly items: readonly QueueItem[];
  readonly passing: readonly QueueItem[];
  readonly carriedOn: string;
}) {
  const { review } = useStrings();
  const { items, passing } = props;
  return (
    <div className="row review-count">
      <p role="status">
        <strong>{review.count(items.length)}</strong>
        {passing.length < items.length && <> · {review.shownOf(passing.length, items.length)}</>}
      </p>
      {passing[0] !== undefined && (
        <Link to={`/review/${passing[0].id}${props.carriedOn}`} looks="primary">
          {review.start}
        </Link>
      )}
    </div>
  );
}

function Tiles(props: {
  readonly items: readonly QueueItem[];
  readonly carriedOn: string;
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (chosen: ReadonlySet<string>) => void;
}) {
  const { chosen } = props;
  return (
    <ul className="review-tiles">
      {props.items.map((item) => (
        <QueueTile
          key={item.id}
          item={item}
          to={`/review/${item.id}${props.carriedOn}`}
          isSelected={chosen.has(item.id)}
          onSelect={(isOn) => {
            props.onChoose(new Set(isOn ? [...chosen, item.id] : [...chosen].filter((one) => one !== item.id)));
          }}
        />
      ))}
    </ul>
  );
}

function NoneMatch({ onClear }: { readonly onClear: () => void }) {
  const { review } = useStrings();
  return (
    <EmptyState title={review.noneMatchTitle} help={review.noneMatchHelp}>
      <Button onPress={onClear}>{review.clearFilters}</Button>
    </EmptyState>
  );
}

function More({ left, onMore }: { readonly left: number; readonly onMore: () => void }) {
  const { common } = useStrings();
  const { number } = useFormats();
  return (
    <div>
      <Button onPress={onMore}>{`${common.more} (${number(left)})`}</Button>
    </div>
  );
}
