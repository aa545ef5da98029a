import { useQueryClient } from '@tanstack/react-query';
import { useStrings } from '../strings/use-strings.ts';
import { toasts } from '../ui/toasts.ts';
import type { DialogName } from './photo-dialogs.tsx';
import type { Work } from './photo-review.tsx';
import type { PhotoDetail } from './review-types.ts';
import { lastDecision, undoDecisions } from './undo-decisions.ts';
import type { Place } from './use-place.ts';
import { useWorkKeys } from './use-work-keys.ts';
import { mayAnswer, whyNotApprove } from './why-not-approve.ts';

/** What can be done with the photo now; null where it cannot. */
export interface ReviewActions {
  readonly approve: (() => void) | null;
  readonly reject: (() => void) | null;
  readonly cover: (() => void) | null;
  readonly crop: (() => void) | null;
  readonly draw: (() => void) | null;
  readonly notThisPupil: (() => void) | null;
  readonly lineUp: (() => void) | null;
  readonly askOverride: (() => void) | null;
  readonly delete: (() => void) | null;
  readonly undo: () => void;
  readonly help: () => void;
}

/** The actions of a photo, and the keys for them. */
export function useReviewKeys(on: {
  readonly photo: PhotoDetail;
  readonly place: Place;
  readonly setWork: (work: Work) => void;
  readonly setDialog: (dialog: DialogName) => void;
  readonly isLooking: boolean;
}): ReviewActions {
  const { photo, place } = on;
  const undo = useUndo(photo, place);
  const actions = { ...actionsOn(photo, on), undo };
  useWorkKeys(
    {
      j: () => {
        place.goTo(place.nextId);
      },
      k: () => {
        place.goTo(place.previousId);
      },
      a: () => actions.approve?.(),
      r: () => actions.reject?.(),
      c: () => actions.cover?.(),
      x: () => actions.crop?.(),
      d: () => actions.draw?.(),
      n: () => actions.notThisPupil?.(),
      l: () => actions.lineUp?.(),
      u: undo,
      '?': actions.help,
    },
    on.isLooking,
  );
  return actions;
}

/** What the photo allows now, each leading to its work or its dialog. */
function actionsOn(
  photo: PhotoDetail,
  to: { readonly setWork: (work: Work) => void; readonly setDialog: (dialog: DialogName) => void },
): Omit<ReviewActions, 'undo'> {
  const work = (name: Work) => () => {
    to.setWork(name);
  };
  const dialog = (name: DialogName) => () => {
    to.setDialog(name);
  };
  const hindrance = whyNotApprove(photo);
  const may = mayAnswer(photo);
  const mayChange = may && photo.hasPreview && photo.block !== 'quarantine';
  return {
    approve: hindrance === null ? dialog('approve') : hindrance.kind === 'line-up' ? work('line-up') : null,
    // A quarantined photo is closed as a case, not decided here.
    reject: may && !photo.isQuarantined ? dialog('reject') : null,
    cover: mayChange ? work('cover') : null,
    crop: mayChange ? work('crop') : null,
    draw: may && photo.hasPreview ? work('draw') : null,
    notThisPupil: may && photo.faces.some(({ candidates }) => candidates.length > 0) ? dialog('not-this-pupil') : null,
    lineUp: may ? work('line-up') : null,
    askOverride: hindrance?.kind === 'ordinary' ? dialog('override') : null,
    delete: photo.isQuarantined || hindrance?.kind === 'released' ? null : dialog('delete'),
    help: dialog('help'),
  };
}

/** Take this photo's decision back, or else the last one made here, and show that photo. */
function useUndo(photo: PhotoDetail, place: Place): () => void {
  const client = useQueryClient();
  const { review } = useStrings();
  return () => {
    const isDecided = photo.state === 'approved' || photo.state === 'rejected';
    const decided = isDecided ? { photoId: photo.id, version: photo.version } : lastDecision.read();
    if (decided === null) {
      toasts.show(review.nothingToUndo);
      return;
    }
    void undoDecisions(client, [decided]).then((count) => {
      toasts.show(count === 0 ? review.nothingToUndo : review.undone);
      if (count > 0 && decided.photoId !== photo.id) place.goTo(decided.photoId);
    });
  };
}
