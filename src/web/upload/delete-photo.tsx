import { useState } from 'react';
import { uploadEndpoints } from '../../contract/uploads.ts';
import { useAction } from '../api/use-action.ts';
import { useStrings } from '../strings/use-strings.ts';
import { Button } from '../ui/button.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { toasts } from '../ui/toasts.ts';
import type { ShownPhoto } from './photo-dialog.tsx';

const left: readonly ShownPhoto['state'][] = ['released', 'takedown-due', 'taken-down'];

/** Delete a photo at once, after asking. What was released is for the takedowns instead. */
export function DeletePhoto({ photo, onDeleted }: { readonly photo: ShownPhoto; readonly onDeleted: () => void }) {
  const { photo: words } = useStrings();
  const [isAsking, setAsking] = useState(false);
  const remove = useAction(uploadEndpoints.delete, {
    changes: [uploadEndpoints.read.name, uploadEndpoints.list.name],
    onDone: () => {
      toasts.show(words.deleted);
      onDeleted();
    },
  });
  if (left.includes(photo.state)) return null;
  return (
    <div>
      <Button
        kind="danger"
        onPress={() => {
          setAsking(true);
        }}
      >
        {words.delete}
      </Button>
      <ConfirmDialog
        title={words.deleteTitle}
        action={words.delete}
        isOpen={isAsking}
        isPending={remove.isPending}
        error={remove.error}
        onConfirm={() => {
          remove.mutate({ params: { photoId: photo.id } });
        }}
        onClose={() => {
          setAsking(false);
        }}
      >
        <p>{words.deleteAsk}</p>
      </ConfirmDialog>
    </div>
  );
}
