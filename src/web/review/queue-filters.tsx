import { useStrings } from '../strings/use-strings.ts';
import { choicesOf } from '../ui/choices-of.ts';
import { SelectField } from '../ui/select-field.tsx';
import type { QueueItem } from './review-types.ts';
import type { QueueFilter } from './use-queue-filter.ts';

const everyBatch = 'all';

/** Which of the waiting photos are shown. */
export function QueueFilters(props: {
  readonly items: readonly QueueItem[];
  readonly filter: QueueFilter;
  readonly onChange: (part: Partial<QueueFilter>) => void;
}) {
  const { review } = useStrings();
  const { items, filter, onChange } = props;
  const batches = [...new Map(items.map(({ batchId, batchTitle }) => [batchId, batchTitle]))];
  return (
    <section className="review-filters" aria-label={review.filters}>
      <SelectField
        label={review.verdict}
        value={filter.verdict}
        choices={choicesOf(review.verdicts, ['all', 'block', 'review'])}
        onChange={(verdict) => {
          onChange({ verdict });
        }}
      />
      <SelectField
        label={review.batch}
        value={filter.batchId === '' ? everyBatch : filter.batchId}
        choices={[
          { value: everyBatch, label: review.allBatches },
          ...batches.map(([value, label]) => ({ value, label })),
        ]}
        onChange={(batchId) => {
          onChange({ batchId: batchId === everyBatch ? '' : batchId });
        }}
      />
      <SelectField
        label={review.show}
        value={filter.show}
        choices={choicesOf(review.shows, ['all', 'easy', 'changed', 'mine-to-decide'])}
        onChange={(show) => {
          onChange({ show });
        }}
      />
    </section>
  );
}
