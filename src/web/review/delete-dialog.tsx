import { uploadEndpoints } from '../../contract/uploads.ts';
import { useStrings } from '../strings/use-strings.ts';
import { AskDialog } from '../ui/ask-dialog.tsx';
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
  return (
    <AskDialog
      title={words.deleteTitle}
      action={words.delete}
      endpoint={uploadEndpoints.delete}
      input={{ params: { photoId: props.photo.id } }}
      changes={['moderation.readQueue']}
      onDone={() => {
        toasts.show(words.deleted);
        props.place.goOn();
      }}
      onClose={props.onClose}
    >
      <p>{words.deleteHelp}</p>
    </AskDialog>
  );
}
