import { answerEndpoints } from '../../contract/moderation-answers.ts';
import { addressOf } from '../api/address-of.ts';
import { useStrings } from '../strings/use-strings.ts';
import { usePicture } from './pictures.ts';
import type { LineUpPupil } from './review-types.ts';

/** Where a pupil's portrait is, within this photo's line-up; null where there is none. */
export function portraitAddress(photoId: string, { pupilId, hasPortrait }: LineUpPupil): string | null {
  return hasPortrait ? addressOf(answerEndpoints.portrait, { params: { photoId, pupilId } }) : null;
}

/** A pupil's portrait, or that there is none. */
export function Portrait({ photoId, pupil }: { readonly photoId: string; readonly pupil: LineUpPupil }) {
  const { reviewLineUp: words } = useStrings();
  const { url } = usePicture(portraitAddress(photoId, pupil));
  return (
    <div className="portrait">
      {url === undefined ? (
        <p>{pupil.hasPortrait ? '' : words.noPortrait}</p>
      ) : (
        <img src={url} alt={words.portraitOf(pupil.name)} />
      )}
    </div>
  );
}
