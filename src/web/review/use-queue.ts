import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { moderationEndpoints } from '../../contract/moderation.ts';
import { call } from '../api/call.ts';
import type { QueueItem } from './review-types.ts';

const readAgainMs = 10_000;

/** What waits for a decision, and how many changed pictures are made and checked before they do. */
export interface WholeQueue {
  readonly items: readonly QueueItem[];
  readonly beingMade: number;
}

async function readWholeQueue({ signal }: { readonly signal: AbortSignal }): Promise<WholeQueue> {
  const items: QueueItem[] = [];
  let beingMade = 0;
  let after: string | null = null;
  do {
    const query: { limit: number; after?: string } = { limit: 200, ...(after === null ? {} : { after }) };
    const page = await call(moderationEndpoints.queue, { query, signal });
    items.push(...page.items);
    after = page.next;
    beingMade = page.beingMade;
  } while (after !== null);
  return { items, beingMade };
}

/** Everything that waits for a decision, by urgency; read again every ten seconds while the page is looked at. */
export function useQueue(): UseQueryResult<WholeQueue> {
  return useQuery({
    queryKey: [moderationEndpoints.queue.name, 'whole'],
    queryFn: readWholeQueue,
    refetchInterval: readAgainMs,
  });
}
