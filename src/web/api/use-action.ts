import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import type { AnswerOf, Endpoint } from '../../contract/endpoint.ts';
import { ApiError } from './api-error.ts';
import { call, type Input } from './call.ts';

/**
 * Change something. After it, whatever was read from the endpoints named in `changes` is read again; a trailing full
 * stop names a whole feature: 'moderation.'.
 */
export function useAction<E extends Endpoint>(
  endpoint: E,
  options: {
    readonly changes?: readonly string[];
    readonly onDone?: (answer: AnswerOf<E>, input: Input<E>) => void;
  } = {},
): UseMutationResult<AnswerOf<E>, Error, Input<E>> {
  const client = useQueryClient();
  const { changes = [] } = options;
  const readAgain = (): Promise<void> =>
    client.invalidateQueries({
      predicate: ({ queryKey: [name] }) =>
        typeof name === 'string' &&
        changes.some((change) => name === change || (change.endsWith('.') && name.startsWith(change))),
    });
  return useMutation<AnswerOf<E>, Error, Input<E>>({
    mutationFn: (input) => call(endpoint, input),
    onSuccess: async (answer, input) => {
      options.onDone?.(answer, input);
      await readAgain();
    },
    onError: async (error) => {
      // Somebody else was quicker: what is on show is out of date.
      const isLate = error instanceof ApiError && (error.code === 'changed-meanwhile' || error.code === 'not-found');
      if (isLate) await readAgain();
    },
  });
}
