import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { AnswerOf } from '../../contract/endpoint.ts';
import { moderationEndpoints } from '../../contract/moderation.ts';
import { useAction } from '../api/use-action.ts';
import { useStrings } from '../strings/use-strings.ts';
import { toasts } from '../ui/toasts.ts';
import { mostAtOnce, type ManyAction } from './many-actions.ts';
import type { ReasonCode } from './reasons.ts';
import type { QueueItem } from './review-types.ts';
import { undoDecisions, type Decided } from './undo-decisions.ts';

type Results = AnswerOf<typeof moderationEndpoints.decideMany>['results'];

/** A photo that was refused, and the title of its batch. */
export type Refusal = Results[number] & { readonly title: string };

/** Sends what is to be done with some photos, and what came of it. */
export interface ManyActions {
  readonly refused: readonly Refusal[];
  readonly isPending: boolean;
  readonly error: unknown;
  readonly reset: () => void;
  readonly send: (action: ManyAction, photos: readonly QueueItem[], why?: Why) => void;
}

interface Why {
  readonly reasonCode: ReasonCode;
  readonly note: string;
}

/** `onDone` hears which of the selected photos were sent; how many it was done with is said in a message. */
export function useManyActions(
  selected: readonly QueueItem[],
  onDone: (sent: ReadonlySet<string>) => void,
): ManyActions {
  const [refused, setRefused] = useState<readonly Refusal[]>([]);
  const finish = (results: Results): void => {
    const titles = new Map(selected.map(({ id, batchTitle }) => [id, batchTitle]));
    setRefused(
      results.filter(({ error }) => error !== null).map((one) => ({ ...one, title: titles.get(one.photoId) ?? '' })),
    );
    onDone(new Set(results.map(({ photoId }) => photoId)));
  };
  const decide = useDecide(finish);
  const { cover, restore } = useCovers(finish);
  const all = [decide, cover, restore];
  return {
    refused,
    isPending: all.some(({ isPending }) => isPending),
    error: all.map(({ error }) => error).find((error) => error !== null) ?? null,
    reset: () => {
      for (const one of all) one.reset();
    },
    send: (action, items, why = { reasonCode: 'other', note: '' }) => {
      const photos = items.slice(0, mostAtOnce).map(({ id, version }) => ({ photoId: id, version }));
      if (action === 'cover') cover.mutate({ body: { photos } });
      else if (action === 'restore') restore.mutate({ body: { photos } });
      else decide.mutate({ body: { decision: action, ...why, photos } });
    },
  };
}

/** Deciding, which can be taken back from its message. */
function useDecide(finish: (results: Results) => void) {
  const { review } = useStrings();
  const client = useQueryClient();
  return useAction(moderationEndpoints.decideMany, {
    changes: ['moderation.'],
    onDone: ({ results }) => {
      const decided = doneOf(results);
      finish(results);
      toasts.show(review.manyDone(decided.length, results.length), () => {
        void undoDecisions(client, decided).then((count) => {
          toasts.show(review.undoneMany(count));
        });
      });
    },
  });
}

/** Covering every face, and going back to the photos as uploaded. */
function useCovers(finish: (results: Results) => void) {
  const { review } = useStrings();
  const optionsOf = (say: (done: number, all: number) => string) => ({
    changes: ['moderation.'],
    onDone: ({ results }: { readonly results: Results }): void => {
      finish(results);
      toasts.show(say(doneOf(results).length, results.length));
    },
  });
  return {
    cover: useAction(moderationEndpoints.coverMany, optionsOf(review.manyCovered)),
    restore: useAction(moderationEndpoints.restoreMany, optionsOf(review.manyRestored)),
  };
}

function doneOf(results: Results): readonly Decided[] {
  return results.flatMap(({ photoId, version }) => (version === null ? [] : [{ photoId, version }]));
}
