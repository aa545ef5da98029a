import { useQueryClient } from '@tanstack/react-query';
import { moderationEndpoints } from '../../contract/moderation.ts';
import { useAction } from '../api/use-action.ts';
import { useStrings } from '../strings/use-strings.ts';
import { toasts } from '../ui/toasts.ts';
import { ReasonDialog } from './reason-dialog.tsx';
import { defaultReason, type Decision } from './reasons.ts';
import type { PhotoDetail } from './review-types.ts';
import { lastDecision, undoDecisions } from './undo-decisions.ts';
import type { Place } from './use-place.ts';

/** Approve or reject with a reason, then go on to the next photo. */
export function DecideDialog(props: {
  readonly photo: PhotoDetail;
  readonly decision: Decision;
  readonly place: Place;
  readonly onClose: () => void;
}) {
  const { review } = useStrings();
  const client = useQueryClient();
  const { photo, decision, place, onClose } = props;
  const decide = useAction(moderationEndpoints.decide, {
    changes: ['moderation.'],
    onDone: ({ version }) => {
      const decided = { photoId: photo.id, version };
      onClose();
      const toastId = toasts.show(review.decided[decision], () => {
        void undoDecisions(client, [decided]).then((count) => {
          toasts.show(count === 0 ? review.nothingToUndo : review.undone);
          place.goTo(photo.id);
        });
      });
      lastDecision.keep(decided, toastId);
      place.goOn();
    },
  });
  return (
    <ReasonDialog
      decision={decision}
      first={defaultReason(decision, photo)}
      isPending={decide.isPending}
      error={decide.error}
      onClose={onClose}
      onChoose={(reasonCode, note) => {
        const { version } = photo;
        decide.mutate({ params: { photoId: photo.id }, body: { decision, reasonCode, note, version } });
      }}
    />
  );
}
