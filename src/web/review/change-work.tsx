import { answerEndpoints } from '../../contract/moderation-answers.ts';
import { useStrings } from '../strings/use-strings.ts';
import { toasts } from '../ui/toasts.ts';
import { useKept } from '../ui/use-kept.ts';
import { ChangePanel } from './change-panel.tsx';
import { ChangeStage } from './change-stage.tsx';
import { coverKeys } from './cover-keys.ts';
import { firstCrop } from './first-crop.ts';
import { originalPicture } from './picture-of.ts';
import { useUnchanged } from './use-unchanged.ts';
import type { PhotoDetail, PictureChange } from './review-types.ts';
import { useWorkAction } from './use-work-action.ts';
import { useWorkKeys } from './use-work-keys.ts';

const unchanged: PictureChange = { faces: [], drawnFaces: [], areas: [], crop: null };
/** What is covered and cropped already; a crop to begin with for whoever came to crop. */
function firstChange(photo: PhotoDetail, tool: 'cover' | 'crop'): PictureChange {
  const before = photo.output?.change ?? unchanged;
  if (tool === 'cover' || before.crop !== null) return before;
  return { ...before, crop: firstCrop(photo) };
}

function isNothing({ faces, drawnFaces, areas, crop }: PictureChange): boolean {
  return faces.length + drawnFaces.length + areas.length === 0 && crop === null;
}

/** Cover heads and areas and crop, on the photo as uploaded; begins with what is covered and cropped already. */
export function ChangeWork(props: {
  readonly photo: PhotoDetail;
  readonly tool: 'cover' | 'crop';
  readonly onTool: (tool: 'cover' | 'crop') => void;
  readonly onDone: () => void;
}) {
  const { reviewChange: words } = useStrings();
  const { photo, tool, onTool, onDone } = props;
  const kept = useKept(`change/${photo.id}/${photo.version}`, () => firstChange(photo, tool));
  const change = kept.work;
  const setChange = (next: PictureChange): void => {
    kept.change(() => next);
  };
  const giveUp = (): void => {
    kept.forget();
    onDone();
  };
  const saving = useWorkAction(answerEndpoints.changePicture, () => {
    toasts.show(words.saved);
    onDone();
  });
  const restoring = useWorkAction(answerEndpoints.restorePicture, () => {
    toasts.show(words.restored);
    onDone();
  });
  // What is saved takes the place of the covers and the crop that are there.
  const isUnchanged = useUnchanged(photo.output?.id ?? '', saving.isDone || restoring.isDone, onDone);
  const save = (): void => {
    if (!isUnchanged || isNothing(change)) return;
    saving.send({ params: { photoId: photo.id }, body: { version: photo.version, ...change } });
  };
  const take = (next: 'cover' | 'crop') => (): void => {
    onTool(next);
  };
  const covers = tool === 'cover' ? coverKeys(photo, change, setChange) : {};
  useWorkKeys({ ...covers, escape: giveUp, enter: save, c: take('cover'), x: take('crop') });
  const shared = { photo, picture: originalPicture(photo), tool, change, onChange: setChange };
  return (
    <>
      <ChangeStage {...shared} />
      <ChangePanel
        {...shared}
        isNothing={isNothing(change)}
        saving={saving}
        onTool={onTool}
        onSave={save}
        restoring={restoring}
        onRestore={() => {
          restoring.send({ params: { photoId: photo.id }, body: { version: photo.version } });
        }}
        onCancel={giveUp}
      />
    </>
  );
}
