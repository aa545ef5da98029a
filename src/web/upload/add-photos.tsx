import { useEffect, useState } from 'react';
import { uploadEndpoints, uploadLimits } from '../../contract/uploads.ts';
import { useStrings } from '../strings/use-strings.ts';
import { AskButton } from '../ui/ask-button.tsx';
import { FilePicker } from '../ui/file-picker.tsx';
import { toasts } from '../ui/toasts.ts';
import type { Batch } from './batch-page.tsx';
import { LeftOutFiles } from './left-out-files.tsx';
import { photoSender } from './send-photos.ts';
import { isUnderWay } from './sending.ts';
import { sortFiles, type SortedFiles } from './sort-files.ts';
import { useSending } from './use-sending.ts';

/** Add to a batch that is still open, the rest of a broken-off upload too, and say that it is complete. */
export function AddPhotos({ batch }: { readonly batch: Batch }) {
  const { batch: words, upload } = useStrings();
  const [leftOut, setLeftOut] = useState<SortedFiles['leftOut']>([]);
  useEffect(photoSender.prepare, []);
  const room = uploadLimits.photosPerBatch - batch.counts.total;
  const add = (files: readonly File[]): void => {
    // The rest of a broken-off upload holds photos that are here already, so the room is the service's to judge.
    const sorted = sortFiles([], files, { ...uploadLimits, room: uploadLimits.photosPerBatch });
    setLeftOut(sorted.leftOut);
    if (sorted.chosen.length > 0) void photoSender.send(batch.id, sorted.chosen);
  };
  return (
    <section className="stack" aria-labelledby="batch-add">
      <h2 id="batch-add">{words.addRest}</h2>
      <p className="muted">{words.addRestHelp}</p>
      <FilePicker
        label={upload.dropRest}
        help={upload.dropHelp(room, uploadLimits.bytesPerPhoto / 1_000_000)}
        choose={upload.choose}
        isMultiple
        hasCamera
        onFiles={add}
      />
      <LeftOutFiles leftOut={leftOut} />
      <SubmitBatch batch={batch} />
    </section>
  );
}

function SubmitBatch({ batch }: { readonly batch: Batch }) {
  const { batch: words } = useStrings();
  const sending = useSending(batch.id);
  const isSending = sending !== undefined && isUnderWay(sending);
  return (
    <div className="stack">
      <p className="muted">{words.submitHelp}</p>
      <AskButton
        kind="primary"
        isDisabled={batch.counts.total === 0 || isSending}
        action={words.submit}
        title={words.submitTitle}
        endpoint={uploadEndpoints.submit}
        input={{ params: { batchId: batch.id } }}
        changes={['uploads.']}
        onDone={() => {
          toasts.show(words.submitted);
        }}
      >
        <p>{words.submitAsk(batch.counts.total)}</p>
      </AskButton>
    </div>
  );
}
