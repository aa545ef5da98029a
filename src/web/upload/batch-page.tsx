import { useParams, useSearchParams } from 'react-router';
import type { AnswerOf } from '../../contract/endpoint.ts';
import type { uploadEndpoints } from '../../contract/uploads.ts';
import { useChannelNames } from '../api/use-channel-names.ts';
import { useFormats } from '../strings/use-formats.ts';
import { useStrings } from '../strings/use-strings.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Page } from '../ui/page.tsx';
import { AddPhotos } from './add-photos.tsx';
import { BatchDetails } from './batch-details.tsx';
import { BatchStanding } from './batch-standing.tsx';
import { PhotoDialog } from './photo-dialog.tsx';
import { PhotoGrid } from './photo-grid.tsx';
import { SendingPanel } from './sending-panel.tsx';
import { useBatch } from './use-batch.ts';
import './upload.css';

export type Batch = AnswerOf<typeof uploadEndpoints.read>;

/** One batch: what it waits for, its photos as their results arrive, and what may still be added. */
export function BatchPage() {
  const { batchId = '' } = useParams();
  const { nav } = useStrings();
  const from = useBatch(batchId);
  if (from.data === undefined) {
    return (
      <Page title={nav.batches}>
        <Loaded from={from}>{() => null}</Loaded>
      </Page>
    );
  }
  return <BatchContent batch={from.data} />;
}

function BatchContent({ batch }: { readonly batch: Batch }) {
  const { batch: words, nav } = useStrings();
  const { day, moment, list } = useFormats();
  const { nameOf } = useChannelNames();
  const [search, setSearch] = useSearchParams();
  const open = (photoId: string | null): void => {
    setSearch(photoId === null ? {} : { photo: photoId }, { replace: search.has('photo'), preventScrollReset: true });
  };
  const shown = batch.photos.find(({ id }) => id === search.get('photo'));
  const isAddable = batch.state === 'open' && batch.uploadedBy.isMe;
  return (
    <Page
      title={batch.title}
      tab={nav.batches}
      intro={`${words.event(day(batch.eventDate))} · ${words.goingTo(list(batch.channels.map(nameOf)))} · ${words.by(batch.uploadedBy.displayName, moment(batch.createdAt))}`}
    >
      <SendingPanel batchId={batch.id} />
      <BatchStanding batch={batch} />
      {isAddable && <AddPhotos batch={batch} />}
      <section className="stack" aria-labelledby="batch-photos">
        <h2 id="batch-photos">{words.results}</h2>
        {batch.photos.length === 0 ? (
          <EmptyState title={words.noPhotos} help={isAddable ? words.noPhotosHelp : words.noPhotosOther} />
        ) : (
          <PhotoGrid photos={batch.photos} onOpen={open} />
        )}
      </section>
      <BatchDetails batch={batch} />
      {shown !== undefined && <PhotoDialog key={shown.id} batch={batch} photo={shown} onOpen={open} />}
    </Page>
  );
}
