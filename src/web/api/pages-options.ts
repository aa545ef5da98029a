import { infiniteQueryOptions } from '@tanstack/react-query';
import type { AnswerOf, Endpoint } from '../../contract/endpoint.ts';
import { call, type Input } from './call.ts';

interface Paged {
  readonly next: string | null;
}

/** How a list is read a page at a time, for `useInfiniteQuery`; kept under the endpoint's name like every read. */
export function pagesOptions<E extends Endpoint>(
  endpoint: AnswerOf<E> extends Paged ? E : never,
  query: Readonly<Record<string, unknown>>,
) {
  return infiniteQueryOptions({
    queryKey: [endpoint.name, 'pages', query],
    queryFn: ({ pageParam, signal }): Promise<AnswerOf<E>> =>
      call<E>(endpoint, { query: { ...query, after: pageParam }, signal } as unknown as Input<E>),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => (last as Paged).next ?? undefined,
  });
}
