import type { QueueItem } from './review-types.ts';

/** What can be done with some photos of the queue at once. */
export const manyActions = ['approve', 'reject', 'cover', 'restore'] as const;
export type ManyAction = (typeof manyActions)[number];

/** As many as the service takes at once. */
export const mostAtOnce = 100;

const fits: Readonly<Record<ManyAction, (photo: QueueItem) => boolean>> = {
  approve: ({ isEasy }) => isEasy,
  reject: ({ isEasy }) => isEasy,
  cover: ({ facesToCover }) => facesToCover > 0,
  restore: ({ isChanged }) => isChanged,
};

/** Those photos that this can be done with; never one's own upload. */
export function photosFor(action: ManyAction, photos: readonly QueueItem[]): readonly QueueItem[] {
  return photos.filter((photo) => !photo.isMine && fits[action](photo));
}

/** Whether anything can be done with this photo and others at once. */
export function canBeSelected(photo: QueueItem): boolean {
  return manyActions.some((action) => photosFor(action, [photo]).length > 0);
}
