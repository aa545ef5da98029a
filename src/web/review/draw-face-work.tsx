import { useState } from 'react';
import { answerEndpoints } from '../../contract/moderation-answers.ts';
import { useStrings } from '../strings/use-strings.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { toasts } from '../ui/toasts.ts';
import { middleBox } from './change-box.ts';
import { PhotoStage } from './photo-stage.tsx';
import { originalPicture } from './picture-of.ts';
import { RectangleEditor } from './rectangle-editor.tsx';
import type { Box, PhotoDetail } from './review-types.ts';
import { useWorkAction } from './use-work-action.ts';
import { useWorkKeys } from './use-work-keys.ts';
import { useZoom } from './use-zoom.ts';
import { WorkButtons } from './work-buttons.tsx';

/** Draw one face that was not found. */
export function DrawFaceWork({ photo, onDone }: { readonly photo: PhotoDetail; readonly onDone: () => void }) {
  const { reviewChange: words } = useStrings();
  const { widthPx: width, heightPx: height } = originalPicture(photo);
  const [box, setBox] = useState<Box | null>(null);
  const saving = useWorkAction(answerEndpoints.drawFace, () => {
    toasts.show(words.faceSaved);
    onDone();
  });
  const save = (): void => {
    if (box !== null) saving.send({ params: { photoId: photo.id }, body: { version: photo.version, box } });
  };
  useWorkKeys({ escape: onDone, enter: save });
  return (
    <>
      <DrawStage photo={photo} box={box} onBox={setBox} />
      <div className="work-side" tabIndex={-1}>
        <h2>{words.drawTitle}</h2>
        <p>{words.drawHelp}</p>
        <div>
          <Button
            isSmall
            onPress={() => {
              setBox(middleBox({ width, height }, 0.12));
            }}
          >
            {words.placeFace}
          </Button>
        </div>
        <ErrorNotice error={saving.error} />
        <WorkButtons
          action={words.saveFace}
          isDisabled={box === null}
          isPending={saving.isPending}
          onSave={save}
          onCancel={onDone}
        />
      </div>
    </>
  );
}

function DrawStage(props: {
  readonly photo: PhotoDetail;
  readonly box: Box | null;
  readonly onBox: (box: Box) => void;
}) {
  const { reviewChange: words, reviewPhoto: photoWords } = useStrings();
  const { photo, box, onBox } = props;
  const picture = originalPicture(photo);
  const { widthPx, heightPx } = picture;
  const zoom = useZoom(widthPx, heightPx);
  const frame = { widthPx, heightPx, unit: zoom.unit };
  return (
    <div className="work-stage">
      <PhotoStage
        photoId={photo.id}
        picture={picture}
        alt={photoWords.alt(photo.batch.title)}
        zoom={zoom}
        onDraw={onBox}
      >
        {box !== null && <RectangleEditor {...frame} kind="face" name={words.face} box={box} isNew onChange={onBox} />}
      </PhotoStage>
    </div>
  );
}
