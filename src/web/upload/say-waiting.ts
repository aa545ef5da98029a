import type { AnswerOf } from '../../contract/endpoint.ts';
import type { uploadEndpoints } from '../../contract/uploads.ts';
import type { Strings } from '../strings/strings.ts';

type Batch = AnswerOf<typeof uploadEndpoints.list>['items'][number];
export type BatchCounts = Batch['counts'];
export type BatchState = Batch['state'];

interface WaitingBatch extends Pick<Batch, 'counts' | 'state'> {
  readonly isMine: boolean;
}

/** What a batch waits for and from whom, a line for each; what is done stands last. */
export function sayWaiting(words: Strings['batches'], { counts, state, isMine }: WaitingBatch): string[] {
  if (counts.total === 0) return [words.none];
  const ready = counts.clear + counts.approved;
  return [
    ...(counts.waiting > 0 ? [words.checking(counts.waiting)] : []),
    ...(counts.flagged > 0 ? [words.forModerator(counts.flagged)] : []),
    ...(ready > 0 ? [words.ready(ready)] : []),
    ...(state === 'open' ? [isMine ? words.stillOpen : words.stillOpenElsewhere] : []),
    ...(counts.rejected > 0 ? [words.rejected(counts.rejected)] : []),
    ...(counts.released > 0 ? [words.released(counts.released)] : []),
  ];
}
