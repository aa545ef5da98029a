import { useEffect, useRef, useState } from 'react';
import { usePerson } from '../api/use-person.ts';
import type { NewBatch } from './new-batch.ts';
import type { SortedFiles } from './sort-files.ts';

/** What was filled in and not sent yet. */
interface Unsent {
  readonly batch: NewBatch;
  readonly files: SortedFiles;
}

/** In this window's memory alone, until it is sent or the window is closed. */
let kept: (Unsent & { readonly ownerId: string }) | null = null;

/**
 * Gives back what this person, and nobody else, had filled in when the session ended or another page was opened.
 * `keep` is told of every change, `forget` when it was sent.
 */
export function useUnsentBatch(): {
  readonly before: Unsent | null;
  readonly keep: (unsent: Unsent) => void;
  readonly forget: () => void;
} {
  const { person } = usePerson();
  // Whoever it was when the form was opened: at a session's end there is nobody before the form is gone.
  const [ownerId] = useState(person?.id ?? '');
  const [before] = useState(kept?.ownerId === ownerId ? kept : null);
  const latest = useRef<Unsent | null>(before);
  useEffect(
    () => () => {
      kept = latest.current === null ? null : { ...latest.current, ownerId };
    },
    [ownerId],
  );
  return {
    before,
    keep: (unsent) => {
      latest.current = unsent;
    },
    forget: () => {
      latest.current = null;
    },
  };
}
