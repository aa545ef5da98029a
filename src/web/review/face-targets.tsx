import { quadOf } from './marks-of.ts';
import type { ShownPicture } from './picture-of.ts';
import type { PhotoDetail, PictureChange } from './review-types.ts';
import { turnFace, turnDrawnFace } from './turn-cover.ts';

/** Every face to click on, covered or not. The panel has the same as ticks. */
export function FaceTargets(props: {
  readonly photo: PhotoDetail;
  readonly picture: ShownPicture;
  readonly change: PictureChange;
  readonly onChange: (change: PictureChange) => void;
}) {
  const { photo, change, onChange } = props;
  const target = (key: string, points: ReturnType<typeof quadOf>, isCovered: boolean, turn: () => void) => (
    <polygon
      key={key}
      className={`face-target${isCovered ? ' covered' : ''}`}
      points={points.map(({ x, y }) => `${x},${y}`).join(' ')}
      onClick={turn}
    />
  );
  return (
    <svg className="overlay" viewBox={`0 0 ${props.picture.widthPx} ${props.picture.heightPx}`} aria-hidden="true">
      {photo.faces.map(({ number, box, head }) => {
        const isCovered = change.faces.includes(number);
        return target(`face ${number}`, isCovered ? head : quadOf(box), isCovered, () => {
          onChange(turnFace(change, number));
        });
      })}
      {photo.drawnFaces.map(({ id, box, head }) => {
        const isCovered = change.drawnFaces.includes(id);
        return target(id, isCovered ? head : quadOf(box), isCovered, () => {
          onChange(turnDrawnFace(change, id));
        });
      })}
    </svg>
  );
}
