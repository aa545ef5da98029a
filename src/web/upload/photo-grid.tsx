import { previewAddress } from '../api/preview-address.ts';
import { useStrings } from '../strings/use-strings.ts';
import { StateBadge } from '../ui/state-badge.tsx';
import type { Batch } from './batch-page.tsx';

/** The photos of a batch, each with where it stands in words, colour and shape. */
export function PhotoGrid(props: { readonly photos: Batch['photos']; readonly onOpen: (photoId: string) => void }) {
  const { batch: words } = useStrings();
  return (
    <ul className="upload-grid">
      {props.photos.map((photo) => (
        <li key={photo.id}>
          <button
            type="button"
            className="upload-tile"
            aria-label={`${words.open(photo.position, photo.fileName)}${photo.hasPreview ? '' : `, ${words.noPreview}`}`}
            aria-describedby={`photo-state-${photo.id}`}
            onClick={() => {
              props.onOpen(photo.id);
            }}
          >
            {photo.hasPreview ? (
              <img src={previewAddress(photo)} alt="" loading="lazy" decoding="async" />
            ) : (
              <span className="upload-no-picture">{words.noPreview}</span>
            )}
          </button>
          <div id={`photo-state-${photo.id}`}>
            <StateBadge state={photo.state} />
          </div>
        </li>
      ))}
    </ul>
  );
}
