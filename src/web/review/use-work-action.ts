import { useState } from 'react';
import type { AnswerOf, Endpoint } from '../../contract/endpoint.ts';
import type { Input } from '../api/call.ts';
import { useAction } from '../api/use-action.ts';

/**
 * Send a piece of work on a photo, once at a time, and finish it: by then the photo has been read again. `isDone` once it was
 * accepted, so that what is read then is known to be one's own.
 */
export function useWorkAction<E extends Endpoint>(endpoint: E, finish: (answer: AnswerOf<E>) => void) {
  const [isDone, setDone] = useState(false);
  const onDone = (): void => {
    setDone(true);
  };
  const { mutate, isPending, error } = useAction(endpoint, { changes: ['moderation.'], onDone });
  const send = (input: Input<E>): void => {
    if (isPending) return;
    mutate(input, {
      // Not before the photo is read again: the next key is about how it stands then.
      onSuccess: (answer) => {
        finish(answer);
      },
    });
  };
  return { send, isPending, isDone, error };
}
