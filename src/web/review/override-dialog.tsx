import { useState } from 'react';
import { answerEndpoints } from '../../contract/moderation-answers.ts';
import { useAction } from '../api/use-action.ts';
import { useStrings } from '../strings/use-strings.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Form } from '../ui/form.tsx';
import { TextField } from '../ui/text-field.tsx';
import { toasts } from '../ui/toasts.ts';
import type { PhotoDetail } from './review-types.ts';

/** Ask that a block be overridden; a second person answers. */
export function OverrideDialog({ photo, onClose }: { readonly photo: PhotoDetail; readonly onClose: () => void }) {
  const { reviewOverride: words } = useStrings();
  const [reason, setReason] = useState('');
  const ask = useAction(answerEndpoints.askOverride, {
    changes: ['moderation.'],
    onDone: () => {
      onClose();
      toasts.show(words.asked);
    },
  });
  return (
    <Dialog title={words.title} onClose={onClose}>
      <p>{words.help}</p>
      <Form
        sending={ask}
        onSubmit={() => {
          ask.mutate({ params: { photoId: photo.id }, body: { version: photo.version, reason } });
        }}
      >
        <TextField label={words.reason} name="reason" isRequired autoFocus value={reason} onChange={setReason} />
        <Button kind="primary" type="submit" isPending={ask.isPending}>
          {words.submit}
        </Button>
      </Form>
    </Dialog>
  );
}
