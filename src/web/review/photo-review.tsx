import { useEffect, useRef, useState, type RefObject } from 'react';
import { useStrings } from '../strings/use-strings.ts';
import { ActionBar } from './action-bar.tsx';
import { ChangeWork } from './change-work.tsx';
import { DrawFaceWork } from './draw-face-work.tsx';
import { LineUpWork } from './line-up-work.tsx';
import { LookWork } from './look-work.tsx';
import { PhotoDialogs, type DialogName } from './photo-dialogs.tsx';
import { PlaceBar } from './place-bar.tsx';
import type { PhotoDetail } from './review-types.ts';
import { useReviewKeys } from './use-review-keys.ts';
import type { Place } from './use-place.ts';

/** What one is doing with the photo. */
export type Work = 'look' | 'cover' | 'crop' | 'draw' | 'line-up';

/** The photo with everything to decide it by: looking, covering, drawing and the line-up take turns beside it. */
export function PhotoReview({ photo, place }: { readonly photo: PhotoDetail; readonly place: Place }) {
  const { reviewPhoto: words, verdicts, review } = useStrings();
  const { work, dialog, setWork, setDialog } = useWork(photo.id);
  const actions = useReviewKeys({ photo, place, setWork, setDialog, isLooking: work === 'look' });
  const side = useSideFocus(work);
  const toLook = (): void => {
    setWork('look');
  };
  const verdict = photo.verdict === null ? review.noVerdict : verdicts[photo.verdict];
  // With its place, because what is the same as before is not read out: two photos in a row may be alike in all else.
  const where = place.position === null ? words.notInQueue : words.place(place.position, place.count);
  return (
    <div className={`photo-work ${work}`} ref={side}>
      <p className="visually-hidden" role="status">
        {words.said(where, photo.batch.title, verdict, photo.findings.length)}
      </p>
      <PlaceBar photo={photo} place={place} />
      {work === 'look' && <LookWork key={photo.id} photo={photo} place={place} actions={actions} />}
      {(work === 'cover' || work === 'crop') && (
        <ChangeWork key={photo.id} photo={photo} tool={work} onTool={setWork} onDone={toLook} />
      )}
      {work === 'draw' && <DrawFaceWork key={photo.id} photo={photo} onDone={toLook} />}
      {work === 'line-up' && <LineUpWork key={photo.id} photo={photo} onDone={toLook} />}
      {work === 'look' && <ActionBar photo={photo} actions={actions} />}
      <PhotoDialogs photo={photo} name={dialog} place={place} onName={setDialog} />
    </div>
  );
}

/** What is done with this photo, and the dialog over it; another photo begins with looking. */
function useWork(photoId: string) {
  const begun = { photoId, work: 'look' as Work, dialog: null as DialogName | null };
  const [kept, keep] = useState(begun);
  const { work, dialog } = kept.photoId === photoId ? kept : begun;
  return {
    ...{ work, dialog },
    setWork: (next: Work): void => {
      keep({ photoId, work: next, dialog });
    },
    setDialog: (next: DialogName | null): void => {
      keep({ photoId, work, dialog: next });
    },
  };
}

/** What one was on goes with the work before: the focus goes to what takes its place. */
function useSideFocus(work: Work): RefObject<HTMLDivElement | null> {
  const root = useRef<HTMLDivElement>(null);
  const before = useRef(work);
  useEffect(() => {
    if (before.current === work) return;
    before.current = work;
    root.current?.querySelector<HTMLElement>('.work-side')?.focus({ preventScroll: true });
  }, [work]);
  return root;
}
