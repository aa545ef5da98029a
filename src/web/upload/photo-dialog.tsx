import { useEffect } from 'react';
import type { AnswerOf } from '../../contract/endpoint.ts';
import { uploadEndpoints } from '../../contract/uploads.ts';
import { previewAddress } from '../api/preview-address.ts';
import { useEndpoint } from '../api/use-endpoint.ts';
import { useStrings } from '../strings/use-strings.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Loaded } from '../ui/loaded.tsx';
import type { Batch } from './batch-page.tsx';
import { DeletePhoto } from './delete-photo.tsx';
import { PhotoResult } from './photo-result.tsx';
import { PhotoWords } from './photo-words.tsx';

export type ShownPhoto = AnswerOf<typeof uploadEndpoints.readPhoto>;
type Open = (photoId: string | null) => void;

/** One photo over its batch: the picture, what was found, its words. Arrow keys go to the next and the previous one. */
export function PhotoDialog(props: {
  readonly batch: Batch;
  readonly photo: Batch['photos'][number];
  readonly onOpen: Open;
}) {
  const { photo: words } = useStrings();
  const { batch, photo, onOpen } = props;
  const index = batch.photos.indexOf(photo);
  const from = useEndpoint(uploadEndpoints.readPhoto, { params: { photoId: photo.id } });
  const { refetch } = from;
  const isOld = from.data !== undefined && from.data.version !== photo.version;
  useEffect(() => {
    if (isOld) void refetch();
  }, [isOld, photo.version, refetch]);
  const close = (): void => {
    onOpen(null);
  };
  return (
    <Dialog title={words.title(index + 1, batch.photos.length)} isWide onClose={close}>
      <PhotoSteps previous={batch.photos[index - 1]?.id} next={batch.photos[index + 1]?.id} onOpen={onOpen} />
      <Loaded from={from}>
        {(data) => (
          <div className="upload-photo">
            <Picture photo={data} />
            <div className="stack">
              <PhotoResult photo={data} batch={batch} onOpen={onOpen} />
              <PhotoWords photo={data} onReload={refetch} />
              <DeletePhoto photo={data} onDeleted={close} />
            </div>
          </div>
        )}
      </Loaded>
    </Dialog>
  );
}

function Picture({ photo }: { readonly photo: ShownPhoto }) {
  const { batch: words } = useStrings();
  if (!photo.hasPreview) return <div className="upload-no-picture large">{words.noPreview}</div>;
  return <img src={previewAddress(photo)} alt={photo.altText} decoding="async" />;
}

function PhotoSteps(props: {
  readonly previous: string | undefined;
  readonly next: string | undefined;
  readonly onOpen: Open;
}) {
  const { photo: words } = useStrings();
  const { previous, next, onOpen } = props;
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.target instanceof HTMLTextAreaElement || event.target instanceof HTMLInputElement) return;
      const to = event.key === 'ArrowLeft' ? previous : event.key === 'ArrowRight' ? next : undefined;
      if (to !== undefined) onOpen(to);
    };
    window.addEventListener('keydown', onKey);
    return () => {
      window.removeEventListener('keydown', onKey);
    };
  }, [previous, next, onOpen]);
  const step = (to: string | undefined) => ({
    isDisabled: to === undefined,
    onPress: () => {
      if (to !== undefined) onOpen(to);
    },
  });
  return (
    <div className="row">
      <Button isSmall {...step(previous)}>
        ← {words.previous}
      </Button>
      <Button isSmall {...step(next)}>
        {words.next} →
      </Button>
    </div>
  );
}
