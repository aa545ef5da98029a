import { queryOptions, useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { AnswerOf, Endpoint } from '../../contract/endpoint.ts';
import { call, type Input } from './call.ts';

type Read<E extends Endpoint> = Omit<Input<E>, 'signal' | 'files' | 'body'>;

/** How a read is kept: under the endpoint's name, then what was asked. Also for prefetching. */
export function readOptions<E extends Endpoint>(endpoint: E, input: Read<E>) {
  return queryOptions<AnswerOf<E>>({
    queryKey: [endpoint.name, input],
    // A query may not give undefined; an endpoint without an answer is never read.
    queryFn: ({ signal }) => call(endpoint, { ...input, signal } as unknown as Input<E>),
  });
}

/** Read an endpoint and keep it fresh. `enabled: false` waits. */
export function useEndpoint<E extends Endpoint>(
  endpoint: E,
  input: Read<E>,
  options: { readonly enabled?: boolean; readonly refetchInterval?: number; readonly keepPrevious?: boolean } = {},
): UseQueryResult<AnswerOf<E>> {
  return useQuery({
    ...readOptions(endpoint, input),
    ...(options.enabled === undefined ? {} : { enabled: options.enabled }),
    ...(options.refetchInterval === undefined ? {} : { refetchInterval: options.refetchInterval }),
    ...(options.keepPrevious === true
      ? { placeholderData: (previous: AnswerOf<E> | undefined) => previous as never }
      : {}),
  });
}
