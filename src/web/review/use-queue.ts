import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { moderationEndpoints } from '../../contract/moderation.ts';
import { call } from '../api/call.ts';
import type { QueueItem } from './review-types.ts';

const readAgainMs = 10_000;

async function readWholeQueue({ signal }: { readonly signal: AbortSignal }): Promise<readonly QueueItem[]> {
  const items: QueueItem[] = [];
  let after: string | null = null;
  do {
    const query: { limit: number; after?: string } = { limit: 200, ...(after === null ? {} : { after }) };
    const page = await call(moderationEndpoints.queue, { query, signal });
    items.push(...page.items);
    after = page.next;
  } while (after !== null);
  return items;
}

/** Everything that waits for a decision, by urgency; read again every ten seconds while the page is looked at. */
export function useQueue(): UseQueryResult<readonly QueueItem[]> {
  return useQuery({
    queryKey: [moderationEndpoints.queue.name, 'whole'],
    queryFn: readWholeQueue,
    refetchInterval: readAgainMs,
  });
}
