import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { pupilEndpoints } from '../../contract/register.ts';
import type { AnswerOf } from '../../contract/endpoint.ts';
import { call } from '../api/call.ts';

export type PupilSummary = AnswerOf<typeof pupilEndpoints.list>['items'][number];

/**
 * Every pupil, page after page, so that searching and filtering need no further request: 2,000 pupils are ten pages.
 * Under the list's own name, so that changes to pupils make it fresh.
 */
export function useAllPupils(): {
  readonly pupils: readonly PupilSummary[];
  readonly isComplete: boolean;
  readonly error: Error | null;
  readonly refetch: () => unknown;
} {
  const { data, error, hasNextPage, isFetching, fetchNextPage, refetch } = useInfiniteQuery({
    queryKey: [pupilEndpoints.list.name, 'everybody'],
    queryFn: ({ pageParam, signal }) =>
      call(pupilEndpoints.list, {
        query: { roll: 'all', limit: 200, ...(pageParam === '' ? {} : { after: pageParam }) },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  });
  useEffect(() => {
    if (hasNextPage && !isFetching && error === null) void fetchNextPage();
  }, [hasNextPage, isFetching, error, fetchNextPage]);
  // The same array until there are others: lists of 2,000 are made of it.
  const pupils = useMemo(() => data?.pages.flatMap(({ items }) => items) ?? [], [data]);
  return {
    pupils,
    isComplete: data !== undefined && !hasNextPage,
    error,
    refetch,
  };
}
