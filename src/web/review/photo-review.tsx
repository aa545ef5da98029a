import { useState } from 'react';
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
  const [work, setWork] = useState<Work>('look');
  const [dialog, setDialog] = useState<DialogName | null>(null);
  const actions = useReviewKeys({ photo, place, setWork, setDialog, isLooking: work === 'look' });
  const toLook = (): void => {
    setWork('look');
  };
  const verdict = photo.verdict === null ? review.noVerdict : verdicts[photo.verdict];
  return (
    <div className={`photo-work ${work}`}>
      <p className="visually-hidden" role="status">
        {words.said(photo.batch.title, verdict, photo.findings.length)}
      </p>
      <PlaceBar photo={photo} place={place} />
      {work === 'look' && <LookWork photo={photo} place={place} actions={actions} />}
      {(work === 'cover' || work === 'crop') && (
        <ChangeWork photo={photo} tool={work} onTool={setWork} onDone={toLook} />
      )}
      {work === 'draw' && <DrawFaceWork photo={photo} onDone={toLook} />}
      {work === 'line-up' && <LineUpWork photo={photo} onDone={toLook} />}
      {work === 'look' && <ActionBar photo={photo} actions={actions} />}
      <PhotoDialogs photo={photo} name={dialog} place={place} onName={setDialog} />
    </div>
  );
}
