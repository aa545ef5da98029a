import { uploadEndpoints } from '../../contract/uploads.ts';
import { useAction } from '../api/use-action.ts';
import { useStrings } from '../strings/use-strings.ts';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { toasts } from '../ui/toasts.ts';
import type { PhotoDetail } from './review-types.ts';
import type { Place } from './use-place.ts';

/** Erase a photo at once: asked first, because there is no way back. */
export function DeleteDialog(props: {
  readonly photo: PhotoDetail;
  readonly place: Place;
  readonly onClose: () => void;
}) {
  const { reviewPhoto: words } = useStrings();
  const { photo, place, onClose } = props;
  const erase = useAction(uploadEndpoints.delete, {
    changes: ['moderation.readQueue'],
    onDone: () => {
      onClose();
      toasts.show(words.deleted);
      place.goOn();
    },
  });
  return (
    <ConfirmDialog
      title={words.deleteTitle}
      action={words.delete}
      isOpen
      isPending={erase.isPending}
      error={erase.error}
      onConfirm={() => {
        erase.mutate({ params: { photoId: photo.id } });
      }}
      onClose={onClose}
    >
      <p>{words.deleteHelp}</p>
    </ConfirmDialog>
  );
}
