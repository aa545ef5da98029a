import type { QueryClient } from '@tanstack/react-query';
import { moderationEndpoints } from '../../contract/moderation.ts';
import { call } from '../api/call.ts';
import { ApiError } from '../api/api-error.ts';
import { toasts } from '../ui/toasts.ts';

/** A decision that can be taken back: the photo as it was left by it. */
export interface Decided {
  readonly photoId: string;
  readonly version: number;
}

let last: (Decided & { readonly toastId: number }) | null = null;

/** The last decision made in this browser, for the key that takes it back. */
export const lastDecision = {
  read: (): Decided | null => last,
  /** `toastId`: the message that offers to take it back; it goes when it is taken back in another way. */
  keep: (decided: Decided, toastId: number): void => {
    last = { ...decided, toastId };
  },
};

/** Take decisions back; those that somebody has released or decided anew meanwhile stay. Returns how many were. */
export async function undoDecisions(client: QueryClient, decided: readonly Decided[]): Promise<number> {
  let count = 0;
  for (const { photoId, version } of decided) {
    try {
      await call(moderationEndpoints.undo, { params: { photoId }, body: { version } });
      count += 1;
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
    }
    if (last?.photoId === photoId) {
      toasts.close(last.toastId);
      last = null;
    }
  }
  await client.invalidateQueries({
    predicate: ({ queryKey: [name] }) => typeof name === 'string' && name.startsWith('moderation.'),
  });
  return count;
}
