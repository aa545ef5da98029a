import { useCallback, useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import { channelEndpoints } from '../../contract/channels.ts';
import type { AnswerOf } from '../../contract/endpoint.ts';
import { uploadEndpoints } from '../../contract/uploads.ts';
import { useAction } from '../api/use-action.ts';
import { useEndpoint } from '../api/use-endpoint.ts';
import { useStrings } from '../strings/use-strings.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Form } from '../ui/form.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Notice } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { useDraft } from '../ui/use-draft.ts';
import { BatchFields } from './batch-fields.tsx';
import { ChosenPhotos } from './chosen-photos.tsx';
import { ChecklistFields } from './checklist-fields.tsx';
import { emptyBatch, requestOf, type NewBatch } from './new-batch.ts';
import { photoSender } from './send-photos.ts';
import { sortFiles, type SortedFiles } from './sort-files.ts';
import { useUnsentBatch } from './use-unsent-batch.ts';
import './upload.css';

type UploadForm = AnswerOf<typeof uploadEndpoints.readForm>;

/** Choose photos, say where they are to go and who was there, and send them. */
export function UploadPage() {
  const { upload: words } = useStrings();
  const form = useEndpoint(uploadEndpoints.readForm, {});
  useEffect(photoSender.prepare, []);
  return (
    <Page title={words.title} intro={words.intro}>
      <Loaded from={form}>
        {(data) =>
          data.channels.length === 0 ? (
            <EmptyState title={words.noChannels} help={words.noChannelsHelp} />
          ) : (
            <NewBatchForm form={data} />
          )
        }
      </Loaded>
    </Page>
  );
}

function NewBatchForm({ form }: { readonly form: UploadForm }) {
  const { upload: words } = useStrings();
  const unsent = useUnsentBatch();
  const { draft: batch, change, field } = useDraft(unsent.before?.batch ?? emptyBatch);
  const { files, add, remove } = useChosen(form, unsent.before?.files);
  const { open, submit, isMissingPhotos } = useOpening(batch, files.chosen, unsent.forget);
  useEffect(() => {
    unsent.keep({ batch, files });
    // What there is to keep changes with these alone.
  }, [batch, files]);
  const { data: known } = useEndpoint(channelEndpoints.list, {});
  return (
    <Form sending={open} onSubmit={submit}>
      <section className="stack" aria-labelledby="upload-photos">
        <h2 id="upload-photos">{words.photos}</h2>
        <ChosenPhotos files={files} limits={form.limits} onAdd={add} onRemove={remove} />
      </section>
      <section className="stack upload-section" aria-labelledby="upload-details">
        <h2 id="upload-details">{words.details}</h2>
        <BatchFields batch={batch} field={field} form={form} channels={known?.channels ?? []} />
      </section>
      {form.questions.length > 0 && (
        <section className="stack upload-section" aria-labelledby="upload-checklist">
          <h2 id="upload-checklist">{words.checklist}</h2>
          <ChecklistFields questions={form.questions} batch={batch} onChange={change} />
        </section>
      )}
      {isMissingPhotos && files.chosen.length === 0 && (
        <Notice tone="bad" isLive>
          {words.noneChosen}
        </Notice>
      )}
      <div>
        <Button kind="primary" type="submit" isPending={open.isPending}>
          {words.submit(files.chosen.length)}
        </Button>
      </div>
    </Form>
  );
}

/** Open the batch, then send what was chosen while its page is shown. */
function useOpening(batch: NewBatch, chosen: readonly File[], onSent: () => void) {
  const navigate = useNavigate();
  const [isMissingPhotos, setMissing] = useState(false);
  const open = useAction(uploadEndpoints.open, {
    changes: ['uploads.'],
    onDone: ({ id }) => {
      onSent();
      void photoSender.send(id, chosen);
      void navigate(`/batches/${id}`);
    },
  });
  const submit = (): void => {
    setMissing(chosen.length === 0);
    if (chosen.length > 0) open.mutate({ body: requestOf(batch) });
  };
  return { open, submit, isMissingPhotos };
}

function useChosen({ limits }: UploadForm, before: SortedFiles = { chosen: [], leftOut: [] }) {
  const [files, setFiles] = useState(before);
  const { photosPerBatch, bytesPerPhoto } = limits;
  const add = useCallback(
    (added: readonly File[]): void => {
      setFiles(({ chosen }) => sortFiles(chosen, added, { room: photosPerBatch, bytesPerPhoto }));
    },
    [photosPerBatch, bytesPerPhoto],
  );
  const remove = (file: File): void => {
    setFiles(({ chosen }) => ({ chosen: chosen.filter((one) => one !== file), leftOut: [] }));
  };
  return { files, add, remove };
}
