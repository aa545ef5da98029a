import { useEffect, useState } from 'react';
import { uploadLimits } from '../../contract/uploads.ts';
import { useStrings } from '../strings/use-strings.ts';
import { FilePicker } from '../ui/file-picker.tsx';
import type { Batch } from './batch-page.tsx';
import { LeftOutFiles } from './left-out-files.tsx';
import { photoSender } from './send-photos.ts';
import { sortFiles, type SortedFiles } from './sort-files.ts';

/** Add to a batch that is still open, the rest of a broken-off upload too. */
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
    </section>
  );
}
