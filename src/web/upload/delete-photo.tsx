import { uploadEndpoints } from '../../contract/uploads.ts';
import { useStrings } from '../strings/use-strings.ts';
import { AskButton } from '../ui/ask-button.tsx';
import { toasts } from '../ui/toasts.ts';
import type { ShownPhoto } from './photo-dialog.tsx';

const left: readonly ShownPhoto['state'][] = ['released', 'takedown-due', 'taken-down'];

/** Delete a photo at once, after asking. What was released is for the takedowns instead. */
export function DeletePhoto({ photo, onDeleted }: { readonly photo: ShownPhoto; readonly onDeleted: () => void }) {
  const { photo: words } = useStrings();
  if (left.includes(photo.state)) return null;
  return (
    <AskButton
      kind="danger"
      action={words.delete}
      title={words.deleteTitle}
      endpoint={uploadEndpoints.delete}
      input={{ params: { photoId: photo.id } }}
      changes={[uploadEndpoints.read.name, uploadEndpoints.list.name]}
      onDone={() => {
        toasts.show(words.deleted);
        onDeleted();
      }}
    >
      <p>{words.deleteAsk}</p>
    </AskButton>
  );
}
