import { useState } from 'react';
import { useStrings } from '../strings/use-strings.ts';
import { FaceTargets } from './face-targets.tsx';
import { fillsOf } from './fills-of.ts';
import { FillsOverlay } from './fills-overlay.tsx';
import { boxOf, quadOf } from './marks-of.ts';
import { PhotoStage } from './photo-stage.tsx';
import type { ShownPicture } from './picture-of.ts';
import { RectangleEditor } from './rectangle-editor.tsx';
import type { Box, PhotoDetail, PictureChange, Quad } from './review-types.ts';
import { useZoom } from './use-zoom.ts';

interface StageProps {
  readonly photo: PhotoDetail;
  readonly picture: ShownPicture;
  readonly tool: 'cover' | 'crop';
  readonly change: PictureChange;
  readonly onChange: (change: PictureChange) => void;
}

/** The photo with what is covered and cropped; dragging on it draws an area to cover, or the crop. */
export function ChangeStage(props: StageProps) {
  const { reviewPhoto: words } = useStrings();
  const { photo, picture, tool, change, onChange } = props;
  const zoom = useZoom(picture.widthPx, picture.heightPx);
  const coverArea = (box: Box): void => {
    onChange({ ...change, areas: [...change.areas, quadOf(box)] });
  };
  const crop = (box: Box): void => {
    onChange({ ...change, crop: box });
  };
  return (
    <div className="work-stage">
      <PhotoStage
        photoId={photo.id}
        picture={picture}
        alt={words.alt(photo.batch.title)}
        zoom={zoom}
        onDraw={tool === 'cover' ? coverArea : crop}
      >
        <FillsOverlay picture={picture} fills={fillsOf(photo, change)} crop={change.crop} />
        {tool === 'cover' && <FaceTargets photo={photo} picture={picture} change={change} onChange={onChange} />}
        <Rectangles {...props} unit={zoom.unit} onCrop={crop} />
      </PhotoStage>
    </div>
  );
}

/** The covered areas, or the crop, to move and to size. */
function Rectangles(props: StageProps & { readonly unit: number; readonly onCrop: (box: Box) => void }) {
  const { reviewChange: words } = useStrings();
  const { picture, change, onChange } = props;
  const [areasAtFirst] = useState(change.areas.length);
  const frame = { widthPx: picture.widthPx, heightPx: picture.heightPx, unit: props.unit };
  if (props.tool === 'crop') {
    if (change.crop === null) return null;
    return <RectangleEditor {...frame} kind="crop" name={words.crop} box={change.crop} onChange={props.onCrop} />;
  }
  return change.areas.map((area, index) => (
    <RectangleEditor
      key={index}
      {...frame}
      kind="area"
      name={words.area(index + 1)}
      isNew={index >= areasAtFirst}
      box={boxOf(area)}
      onChange={(box) => {
        const areas = change.areas.map((one, place): Quad => (place === index ? quadOf(box) : one));
        onChange({ ...change, areas });
      }}
    />
  ));
}
