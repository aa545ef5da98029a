import { useStrings } from '../strings/use-strings.ts';
import { usePicture } from './pictures.ts';
import { portraitAddress } from './portrait-address.ts';
import type { LineUpPupil } from './review-types.ts';

/** A pupil's portrait, or that there is none. */
export function Portrait({ photoId, pupil }: { readonly photoId: string; readonly pupil: LineUpPupil }) {
  const { reviewLineUp: words } = useStrings();
  const { url } = usePicture(portraitAddress(photoId, pupil));
  return (
    <div className="portrait">
      {url === undefined ? (
        <p>{pupil.portraitId === null ? words.noPortrait : ''}</p>
      ) : (
        <img src={url} alt={words.portraitOf(pupil.name)} />
      )}
    </div>
  );
}
