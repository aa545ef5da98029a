import { useState } from 'react';
import { uploadEndpoints } from '../../contract/uploads.ts';
import { ApiError } from '../api/api-error.ts';
import { useAction } from '../api/use-action.ts';
import { useStrings } from '../strings/use-strings.ts';
import { FormDialog } from '../ui/form-dialog.tsx';
import { Notice } from '../ui/notice.tsx';
import { TextField } from '../ui/text-field.tsx';
import { toasts } from '../ui/toasts.ts';
import { useDraft } from '../ui/use-draft.ts';
import type { Batch } from './batch-page.tsx';

/**
 * Change the title and the caption of a batch. Where somebody else wrote other ones meanwhile, those are shown and what
 * was typed is kept; saving again replaces them.
 */
export function BatchWords({ batch, onClose }: { readonly batch: Batch; readonly onClose: () => void }) {
  const { batch: words } = useStrings();
  const labels = useLabels();
  const stored = { title: batch.title, caption: batch.caption };
  const { draft, field, forget } = useDraft(stored, `batch/${batch.id}/${batch.title}/${batch.caption}`);
  const [seen, setSeen] = useState(stored);
  const leave = (): void => {
    forget();
    onClose();
  };
  const saving = useAction(uploadEndpoints.changeWords, {
    changes: ['uploads.', 'moderation.'],
    onDone: () => {
      toasts.show(words.wordsSaved);
      leave();
    },
  });
  const isOvertaken = saving.error instanceof ApiError && saving.error.code === 'changed-meanwhile';
  return (
    <FormDialog
      title={words.changeWords}
      intro={<p>{words.changeWordsHelp}</p>}
      action={words.saveWords}
      // What to do about other words that stand there is said beside them.
      sending={isOvertaken ? { isPending: saving.isPending, error: null } : saving}
      onSend={() => {
        const was = isOvertaken ? stored : seen;
        setSeen(was);
        saving.mutate({ params: { batchId: batch.id }, body: { ...draft, was } });
      }}
      onClose={leave}
    >
      <TextField {...field('title')} {...labels.title} isRequired maxLength={200} />
      <TextField {...field('caption')} {...labels.caption} lines="many" maxLength={2_000} />
      {isOvertaken && <Overtaken {...stored} />}
    </FormDialog>
  );
}

function useLabels() {
  const { upload } = useStrings();
  return {
    title: { label: upload.batchTitle, help: upload.batchTitleHelp },
    caption: { label: upload.caption, help: upload.captionHelp },
  };
}

/** The words that somebody else wrote meanwhile. */
function Overtaken({ title, caption }: { readonly title: string; readonly caption: string }) {
  const { batch: words, photo } = useStrings();
  return (
    <Notice tone="warning" title={words.overtaken} isLive>
      <p className="upload-text">{words.storedTitle(title)}</p>
      <p className="upload-text">{photo.storedCaption(caption)}</p>
    </Notice>
  );
}
