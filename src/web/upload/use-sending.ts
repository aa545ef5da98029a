import { useSyncExternalStore } from 'react';
import { photoSender } from './send-photos.ts';
import type { Sending } from './sending.ts';

/** What this window sends to a batch, as it changes. */
export function useSending(batchId: string): Sending | undefined {
  return useSyncExternalStore(photoSender.subscribe, () => photoSender.read(batchId));
}
