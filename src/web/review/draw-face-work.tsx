import { useState } from 'react';
import { answerEndpoints } from '../../contract/moderation-answers.ts';
import { useAction } from '../api/use-action.ts';
import { useStrings } from '../strings/use-strings.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { toasts } from '../ui/toasts.ts';
import { middleBox } from './change-box.ts';
import { PhotoStage } from './photo-stage.tsx';
import { originalPicture } from './picture-of.ts';
import { RectangleEditor } from './rectangle-editor.tsx';
import type { Box, PhotoDetail } from './review-types.ts';
import { useWorkKeys } from './use-work-keys.ts';
import { useZoom } from './use-zoom.ts';

/** Draw one face that was not found. */
export function DrawFaceWork({ photo, onDone }: { readonly photo: PhotoDetail; readonly onDone: () => void }) {
  const { reviewChange: words, common, reviewPhoto: photoWords } = useStrings();
  const picture = originalPicture(photo);
  const zoom = useZoom(picture.widthPx, picture.heightPx);
  const [box, setBox] = useState<Box | null>(null);
  const save = useAction(answerEndpoints.drawFace, { changes: ['moderation.'] });
  const send = (): void => {
    if (box === null || save.isPending) return;
    save.mutate(
      { params: { photoId: photo.id }, body: { version: photo.version, box } },
      {
        onSuccess: () => {
          toasts.show(words.faceSaved);
          onDone();
        },
      },
    );
  };
  useWorkKeys({ escape: onDone, enter: send });
  return (
    <>
      <div className="work-stage">
        <PhotoStage
          photoId={photo.id}
          picture={picture}
          alt={photoWords.alt(photo.batch.title)}
          zoom={zoom}
          onDraw={setBox}
        >
          {box !== null && (
            <RectangleEditor
              kind="face"
              name={words.face}
              box={box}
              widthPx={picture.widthPx}
              heightPx={picture.heightPx}
              unit={zoom.unit}
              onChange={setBox}
            />
          )}
        </PhotoStage>
      </div>
      <div className="work-side" tabIndex={-1}>
        <h2>{words.drawTitle}</h2>
        <p>{words.drawHelp}</p>
        <div>
          <Button
            isSmall
            onPress={() => {
              setBox(middleBox({ width: picture.widthPx, height: picture.heightPx }, 0.12));
            }}
          >
            {words.placeFace}
          </Button>
        </div>
        <ErrorNotice error={save.error} />
        <div className="row">
          <Button kind="primary" isDisabled={box === null} isPending={save.isPending} onPress={send}>
            {words.saveFace} <kbd className="key">Enter</kbd>
          </Button>
          <Button onPress={onDone}>
            {common.cancel} <kbd className="key">Esc</kbd>
          </Button>
        </div>
      </div>
    </>
  );
}
