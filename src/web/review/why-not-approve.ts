import type { PhotoDetail } from './review-types.ts';

/** What keeps a photo from being approved by the person who looks at it; null: nothing. The service has the last word. */
export type Hindrance =
  | {
      readonly kind:
        'mine' | 'waiting' | 'restricted' | 'quarantine' | 'ordinary' | 'override-mine' | 'checking' | 'clear';
    }
  | { readonly kind: 'failed'; readonly reason: string }
  | { readonly kind: 'line-up'; readonly left: number }
  | { readonly kind: 'done' | 'released'; readonly state: PhotoDetail['state'] };

const final = ['released', 'takedown-due', 'taken-down'];
const decided = ['approved', 'rejected'];

export function whyNotApprove(photo: PhotoDetail): Hindrance | null {
  const { state, output, lineUpLeft, block, override } = photo;
  if (final.includes(state)) return { kind: 'released', state };
  if (photo.isMine) return { kind: 'mine' };
  if (decided.includes(state)) return { kind: 'done', state };
  if (output?.checkState === 'waiting') return { kind: 'waiting' };
  if (state === 'received' || state === 'screening') return { kind: 'checking' };
  if (state === 'clear') return { kind: 'clear' };
  if (output?.checkState === 'failed') return { kind: 'failed', reason: output.checkReason ?? '' };
  if (block === 'quarantine' || block === 'restricted') return { kind: block };
  if (lineUpLeft > 0) return { kind: 'line-up', left: lineUpLeft };
  if (block !== 'ordinary') return null;
  if (override === null) return { kind: 'ordinary' };
  return override.isMine ? { kind: 'override-mine' } : null;
}

/** Whether the person may say something about the photo: answer, draw, cover. */
export function mayAnswer(photo: PhotoDetail): boolean {
  return !photo.isMine && ['clear', 'flagged', 'approved'].includes(photo.state);
}
