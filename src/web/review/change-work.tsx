import { useState } from 'react';
import { answerEndpoints } from '../../contract/moderation-answers.ts';
import { useAction } from '../api/use-action.ts';
import { useStrings } from '../strings/use-strings.ts';
import { toasts } from '../ui/toasts.ts';
import { ChangePanel } from './change-panel.tsx';
import { middleBox } from './change-box.ts';
import { coverKeys } from './cover-keys.ts';
import { FaceTargets } from './face-targets.tsx';
import { fillsOf } from './fills-of.ts';
import { FillsOverlay } from './fills-overlay.tsx';
import { boxOf, quadOf } from './marks-of.ts';
import { PhotoStage } from './photo-stage.tsx';
import { originalPicture } from './picture-of.ts';
import { RectangleEditor } from './rectangle-editor.tsx';
import type { Box, PhotoDetail, PictureChange, Quad } from './review-types.ts';
import { useWorkKeys } from './use-work-keys.ts';
import { useZoom } from './use-zoom.ts';

const unchanged: PictureChange = { faces: [], drawnFaces: [], areas: [], crop: null };
const cropAtFirst = 0.8;

/** Cover heads and areas and crop, on the photo as uploaded; begins with what is covered and cropped already. */
export function ChangeWork(props: {
  readonly photo: PhotoDetail;
  readonly tool: 'cover' | 'crop';
  readonly onTool: (tool: 'cover' | 'crop') => void;
  readonly onDone: () => void;
}) {
  const { reviewPhoto: words, reviewChange: changeWords } = useStrings();
  const { photo, tool, onDone } = props;
  const picture = originalPicture(photo);
  const zoom = useZoom(picture.widthPx, picture.heightPx);
  const [change, setChange] = useState<PictureChange>(() => {
    const before = photo.output?.change ?? unchanged;
    return tool === 'crop' && before.crop === null
      ? { ...before, crop: middleBox({ width: picture.widthPx, height: picture.heightPx }, cropAtFirst) }
      : before;
  });
  const save = useAction(answerEndpoints.changePicture, { changes: ['moderation.'] });
  const send = (): void => {
    if (isNothing(change) || save.isPending) return;
    save.mutate(
      { params: { photoId: photo.id }, body: { version: photo.version, ...change } },
      {
        onSuccess: () => {
          toasts.show(changeWords.saved);
          onDone();
        },
      },
    );
  };
  const take = (next: 'cover' | 'crop') => (): void => {
    props.onTool(next);
  };
  const covers = tool === 'cover' ? coverKeys(photo, change, setChange) : {};
  useWorkKeys({ ...covers, escape: onDone, enter: send, c: take('cover'), x: take('crop') });
  const setArea = (index: number, box: Box): void => {
    setChange({ ...change, areas: change.areas.map((area, place): Quad => (place === index ? quadOf(box) : area)) });
  };
  const addArea = (box: Box): void => {
    setChange({ ...change, areas: [...change.areas, quadOf(box)] });
  };
  const frame = { widthPx: picture.widthPx, heightPx: picture.heightPx, unit: zoom.unit };
  return (
    <>
      <div className="work-stage">
        <PhotoStage
          photoId={photo.id}
          picture={picture}
          alt={words.alt(photo.batch.title)}
          zoom={zoom}
          onDraw={
            tool === 'cover'
              ? addArea
              : (crop) => {
                  setChange({ ...change, crop });
                }
          }
        >
          <FillsOverlay picture={picture} fills={fillsOf(photo, change)} crop={change.crop} />
          {tool === 'cover' && <FaceTargets photo={photo} picture={picture} change={change} onChange={setChange} />}
          {tool === 'cover' &&
            change.areas.map((area, index) => (
              <RectangleEditor
                key={index}
                {...frame}
                kind="area"
                name={changeWords.area(index + 1)}
                box={boxOf(area)}
                onChange={(box) => {
                  setArea(index, box);
                }}
              />
            ))}
          {tool === 'crop' && change.crop !== null && (
            <RectangleEditor
              {...frame}
              kind="crop"
              name={changeWords.crop}
              box={change.crop}
              onChange={(crop) => {
                setChange({ ...change, crop });
              }}
            />
          )}
        </PhotoStage>
      </div>
      <ChangePanel
        photo={photo}
        picture={picture}
        tool={tool}
        change={change}
        isNothing={isNothing(change)}
        isPending={save.isPending}
        error={save.error}
        onTool={props.onTool}
        onChange={setChange}
        onSave={send}
        onCancel={onDone}
      />
    </>
  );
}

function isNothing({ faces, drawnFaces, areas, crop }: PictureChange): boolean {
  return faces.length + drawnFaces.length + areas.length === 0 && crop === null;
}
