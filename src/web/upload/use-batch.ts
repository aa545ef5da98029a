import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { uploadEndpoints } from '../../contract/uploads.ts';
import { useEndpoint } from '../api/use-endpoint.ts';
import { watchEvents } from '../api/watch-events.ts';
import { useIsVisible } from '../ui/use-is-visible.ts';

const pollMs = 4_000;
const watchAgainMs = 15_000;

/**
 * A batch that stays fresh: its progress is followed by the service's events while anything may still change, and read
 * every few seconds where the line for events is cut.
 */
export function useBatch(batchId: string) {
  const [isFollowing, setFollowing] = useState(false);
  const [tries, setTries] = useState(0);
  const client = useQueryClient();
  const batch = useEndpoint(
    uploadEndpoints.read,
    { params: { batchId } },
    isFollowing ? {} : { refetchInterval: pollMs },
  );
  const isMoving = batch.data !== undefined && (batch.data.state === 'open' || batch.data.counts.waiting > 0);
  // A browser keeps only six lines to a service open at once, whatever the tabs: those nobody looks at must not hold any.
  const isVisible = useIsVisible();
  useEffect(() => {
    if (!isMoving || !isVisible) return undefined;
    setFollowing(true);
    let again: ReturnType<typeof setTimeout> | undefined;
    const stop = watchEvents(
      uploadEndpoints.watch,
      { params: { batchId } },
      {
        event: () => {
          void client.invalidateQueries({ queryKey: [uploadEndpoints.read.name, { params: { batchId } }] });
        },
        end: () => {
          setFollowing(false);
          again = setTimeout(() => {
            setTries((before) => before + 1);
          }, watchAgainMs);
        },
      },
    );
    return () => {
      stop();
      clearTimeout(again);
    };
  }, [batchId, isMoving, isVisible, tries, client]);
  return batch;
}
