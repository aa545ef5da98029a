import { MutationCache, notifyManager, QueryCache, QueryClient } from '@tanstack/react-query';
import { sessionEndpoints } from '../../contract/sign-in.ts';
import { ApiError } from './api-error.ts';

const firstOfKey = (name: string): readonly [string] => [name];

function onError(error: unknown): void {
  // The session ended while a page was open: asking again who is signed in leads to the sign-in page.
  if (error instanceof ApiError && error.code === 'not-signed-in') {
    void queryClient.invalidateQueries({ queryKey: firstOfKey(sessionEndpoints.read.name) });
  }
}

// What is sent is known to be on its way before the next key or click: by a timer, as is usual, a second one comes between.
notifyManager.setScheduler(queueMicrotask);

/** Everything the pages have read. A refusal is final; only a missing answer is tried again. */
export const queryClient: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError }),
  mutationCache: new MutationCache({ onError }),
  defaultOptions: {
    // The service is on the school's own network: whether the browser sees the internet says nothing about it.
    mutations: { networkMode: 'always' },
    queries: {
      networkMode: 'always',
      staleTime: 5_000,
      retry: (count, error) => error instanceof ApiError && error.code === 'offline' && count < 2,
    },
  },
});
