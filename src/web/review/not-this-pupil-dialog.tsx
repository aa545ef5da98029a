import { useState } from 'react';
import { answerEndpoints } from '../../contract/moderation-answers.ts';
import { useAction } from '../api/use-action.ts';
import { useStrings } from '../strings/use-strings.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Form } from '../ui/form.tsx';
import { RadioField } from '../ui/radio-field.tsx';
import { TextField } from '../ui/text-field.tsx';
import { toasts } from '../ui/toasts.ts';
import type { PhotoDetail } from './review-types.ts';

/** Say that a face is not the pupil it was taken for, and how one knows. */
export function NotThisPupilDialog({ photo, onClose }: { readonly photo: PhotoDetail; readonly onClose: () => void }) {
  const { reviewNotThisPupil: words } = useStrings();
  const pairs = photo.faces.flatMap(({ number, candidates }) =>
    candidates.map(({ pupilId, name }) => ({ value: `${number} ${pupilId}`, label: words.pair(number, name) })),
  );
  const [pair, setPair] = useState<string | null>(pairs[0]?.value ?? null);
  const [reason, setReason] = useState('');
  const say = useAction(answerEndpoints.notThisPupil, {
    changes: ['moderation.'],
    onDone: () => {
      onClose();
      toasts.show(words.done);
    },
  });
  return (
    <Dialog title={words.title} onClose={onClose}>
      <p>{words.help}</p>
      <Form
        sending={say}
        onSubmit={() => {
          const [face, pupilId = ''] = (pair ?? '').split(' ');
          say.mutate({
            params: { photoId: photo.id },
            body: { version: photo.version, face: Number(face), pupilId, reason },
          });
        }}
      >
        <RadioField label={words.which} name="pupilId" choices={pairs} value={pair} onChange={setPair} isRequired />
        <TextField label={words.reason} name="reason" isRequired autoFocus value={reason} onChange={setReason} />
        <Button kind="primary" type="submit" isPending={say.isPending}>
          {words.submit}
        </Button>
      </Form>
    </Dialog>
  );
}
