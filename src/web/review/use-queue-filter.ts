import { useSearchParams } from 'react-router';
import type { QueueItem } from './review-types.ts';

/** What of the queue is shown; kept in the address, so that a photo's page goes through the same photos. */
export interface QueueFilter {
  readonly verdict: 'all' | 'block' | 'review';
  readonly batchId: string;
  readonly show: 'all' | 'easy' | 'changed' | 'mine-to-decide';
}

/** Whether a photo of the queue passes. */
export function passes(item: QueueItem, { verdict, batchId, show }: QueueFilter): boolean {
  if (verdict !== 'all' && (item.verdict === 'block') !== (verdict === 'block')) return false;
  if (batchId !== '' && item.batchId !== batchId) return false;
  if (show === 'easy') return item.isEasy && !item.isMine;
  if (show === 'changed') return item.isChanged;
  return show === 'all' || !item.isMine;
}

/** The filter in the address, how to change it, and the address part that carries it on. */
export function useQueueFilter(): {
  readonly filter: QueueFilter;
  readonly change: (part: Partial<QueueFilter>) => void;
  readonly carriedOn: string;
} {
  const [search, setSearch] = useSearchParams();
  const verdict = search.get('verdict');
  const show = search.get('show');
  const filter: QueueFilter = {
    verdict: verdict === 'block' || verdict === 'review' ? verdict : 'all',
    batchId: search.get('batch') ?? '',
    show: show === 'easy' || show === 'changed' || show === 'mine-to-decide' ? show : 'all',
  };
  const text = wordsOf(filter).toString();
  return {
    filter,
    change: (part) => {
      setSearch(wordsOf({ ...filter, ...part }), { replace: true });
    },
    carriedOn: text === '' ? '' : `?${text}`,
  };
}

function wordsOf({ verdict, batchId, show }: QueueFilter): URLSearchParams {
  return new URLSearchParams({
    ...(verdict === 'all' ? {} : { verdict }),
    ...(batchId === '' ? {} : { batch: batchId }),
    ...(show === 'all' ? {} : { show }),
  });
}
