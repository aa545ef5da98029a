import { useStrings } from '../strings/use-strings.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { leavingOut } from './leave-out.ts';
import type { PhotoDetail } from './review-types.ts';

/** A child at the edge: a crop is offered. In the middle: another photo is advised. */
export function LeavingOutNotice({
  photo,
  onCrop,
}: {
  readonly photo: PhotoDetail;
  readonly onCrop: (() => void) | null;
}) {
  const { reviewPhoto: words } = useStrings();
  const advice = leavingOut(photo);
  if (advice === null || onCrop === null) return null;
  const count = advice.faces.length;
  return (
    <Notice tone="info">
      <p>{advice.crop === null ? words.inTheMiddle(count) : words.atTheEdge(count)}</p>
      {advice.crop !== null && (
        <div>
          <Button isSmall onPress={onCrop}>
            {words.cropOff} <kbd className="key">X</kbd>
          </Button>
        </div>
      )}
    </Notice>
  );
}
