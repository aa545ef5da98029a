import { answerEndpoints } from '../../contract/moderation-answers.ts';
import { useEndpoint } from '../api/use-endpoint.ts';
import { useStrings } from '../strings/use-strings.ts';
import { Button } from '../ui/button.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { LineUpPanel } from './line-up-panel.tsx';
import { MarkBoxes } from './mark-boxes.tsx';
import { marksOf } from './marks-of.ts';
import { PhotoStage } from './photo-stage.tsx';
import { currentPicture } from './picture-of.ts';
import type { PhotoDetail } from './review-types.ts';
import { useUnchanged } from './use-unchanged.ts';
import { useZoom } from './use-zoom.ts';

const nothing = (): void => undefined;

/** The photo beside the portraits of those who may not appear and could not be compared. */
export function LineUpWork({ photo, onDone }: { readonly photo: PhotoDetail; readonly onDone: () => void }) {
  // The answers are about this very picture: another crop may show more.
  useUnchanged(photo.output?.id ?? '', false, onDone);
  const lineUp = useEndpoint(answerEndpoints.lineUp, { params: { photoId: photo.id } });
  return (
    <>
      <FacesStage photo={photo} />
      <div className="work-side" tabIndex={-1}>
        <Loaded from={lineUp}>
          {({ pupils, version }) =>
            pupils.length === 0 ? (
              <NobodyToCompare onLeave={onDone} />
            ) : (
              <LineUpPanel photoId={photo.id} version={version} pupils={pupils} onDone={onDone} />
            )
          }
        </Loaded>
      </div>
    </>
  );
}

/** The photo with its faces, those that were drawn too. */
function FacesStage({ photo }: { readonly photo: PhotoDetail }) {
  const { reviewPhoto: words } = useStrings();
  const picture = currentPicture(photo);
  const zoom = useZoom(picture.widthPx, picture.heightPx);
  return (
    <div className="work-stage">
      <PhotoStage photoId={photo.id} picture={picture} alt={words.alt(photo.batch.title)} zoom={zoom}>
        <MarkBoxes
          marks={marksOf(photo, picture).filter(({ kind }) => kind === 'face' || kind === 'drawn')}
          widthPx={picture.widthPx}
          heightPx={picture.heightPx}
          unit={zoom.unit}
          active={null}
          onPoint={nothing}
          onPress={nothing}
        />
      </PhotoStage>
    </div>
  );
}

function NobodyToCompare({ onLeave }: { readonly onLeave: () => void }) {
  const { reviewLineUp: words } = useStrings();
  return (
    <div className="stack">
      <h2>{words.title}</h2>
      <p>{words.empty}</p>
      <div>
        <Button autoFocus onPress={onLeave}>
          {words.leave}
        </Button>
      </div>
    </div>
  );
}
