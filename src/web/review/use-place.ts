import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useNavigate } from 'react-router';
import { answerEndpoints } from '../../contract/moderation-answers.ts';
import { moderationEndpoints } from '../../contract/moderation.ts';
import { readOptions } from '../api/use-endpoint.ts';
import { useStrings } from '../strings/use-strings.ts';
import { toasts } from '../ui/toasts.ts';
import { markAsked } from './measure-next.ts';
import { currentPicture } from './picture-of.ts';
import { preparePicture } from './pictures.ts';
import { portraitAddress } from './portrait-address.ts';
import { useQueue } from './use-queue.ts';
import { passes, useQueueFilter, type QueueFilter } from './use-queue-filter.ts';

const ahead = 3;
const portraitsAhead = 8;
const keptFreshMs = 60_000;

/** Where a photo stands among those one goes through, and how to go on. */
export interface Place {
  /** From 1; null when it is not among them. */
  readonly position: number | null;
  readonly count: number;
  readonly previousId: string | null;
  readonly nextId: string | null;
  readonly goTo: (photoId: string | null) => void;
  /** On to the next that still waits, or back to the queue. */
  readonly goOn: () => void;
}

/** The first portraits of a line-up, so that they stand beside the photo at once. */
async function prepareLineUp(client: QueryClient, photoId: string): Promise<void> {
  const options = readOptions(answerEndpoints.lineUp, { params: { photoId } });
  const { pupils } = await client.query({ ...options, staleTime: keptFreshMs });
  const addresses = pupils.slice(0, portraitsAhead).map((pupil) => portraitAddress(photoId, pupil));
  await Promise.all(addresses.filter((address) => address !== null).map(preparePicture));
}

async function prepare(client: QueryClient, photoId: string): Promise<void> {
  const options = readOptions(moderationEndpoints.read, { params: { photoId } });
  const photo = await client.query({ ...options, staleTime: keptFreshMs });
  const { small } = currentPicture(photo);
  if (small !== null) await preparePicture(small);
  if (photo.lineUpLeft > 0) await prepareLineUp(client, photoId);
}

/** Fetches photos before they are asked for. */
function usePrepared(photoIds: readonly string[]): void {
  const client = useQueryClient();
  const near = photoIds.join(' ');
  useEffect(() => {
    for (const id of near.split(' ').filter((one) => one !== '')) {
      // A neighbour that cannot be had says so when it is opened.
      prepare(client, id).catch(() => undefined);
    }
  }, [client, near]);
}

/** The ids of the photos of the queue in the order they were first seen in, and of those that still wait. */
function useOrder(filter: QueueFilter): { readonly order: readonly string[]; readonly waiting: readonly string[] } {
  const queue = useQueue();
  const order = useRef<string[]>([]);
  const waiting = (queue.data?.items ?? []).filter((item) => passes(item, filter)).map(({ id }) => id);
  order.current.push(...waiting.filter((id) => !order.current.includes(id)));
  return { order: order.current, waiting };
}

/**
 * The photos of the queue in the order they were first seen in: what is decided stays, so that one can go back to it;
 * what comes in meanwhile is put at the end. The next ones are fetched before they are asked for.
 */
export function usePlace(photoId: string): Place {
  const navigate = useNavigate();
  const { review } = useStrings();
  const { filter, carriedOn } = useQueueFilter();
  const { order, waiting } = useOrder(filter);
  const index = order.indexOf(photoId);
  const after = order.slice(index + 1, index + 1 + ahead);
  const before = index > 0 ? order[index - 1]! : null;
  usePrepared(before === null ? after : [...after, before]);
  const goTo = (id: string | null): void => {
    if (id === null) return;
    markAsked();
    // At once, not as a transition that waits for quieter moments.
    void navigate(`/review/${id}${carriedOn}`, { flushSync: true });
  };
  return {
    position: index < 0 ? null : index + 1,
    count: order.length,
    previousId: before,
    nextId: after[0] ?? null,
    goTo,
    goOn: () => {
      const later = order.slice(index + 1).find((id) => waiting.includes(id));
      const next = later ?? waiting.find((id) => id !== photoId) ?? null;
      if (next !== null) {
        goTo(next);
        return;
      }
      toasts.show(review.lastOne);
      void navigate(`/review${carriedOn}`);
    },
  };
}
