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
  const { photo, tool, onTool, onDone } = props;
  const { change, setChange, forget } = useChange(photo, tool);
  const giveUp = (): void => {
    forget();
    onDone();
  };
  const saving = useSaving(photo, onDone);
  const restoring = useRestoring(photo, onDone);
  // What is saved takes the place of the covers and the crop that are there.
  const isUnchanged = useUnchanged(photo.output?.id ?? '', saving.isDone || restoring.isDone, onDone);
  const save = (): void => {
    if (isUnchanged && !isNothing(change)) saving.save(change);
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
        onRestore={restoring.restore}
        onCancel={giveUp}
      />
    </>
  );
}

/** What is to be covered and cropped, so far; kept for whoever is led away, until `forget`. */
function useChange(photo: PhotoDetail, tool: 'cover' | 'crop') {
  const kept = useKept(`change/${photo.id}/${photo.version}`, () => firstChange(photo, tool));
  const setChange = (next: PictureChange): void => {
    kept.change(() => next);
  };
  return { change: kept.work, setChange, forget: kept.forget };
}

/** Has the picture made with what is covered and cropped. */
function useSaving({ id, version }: PhotoDetail, onDone: () => void) {
  const { reviewChange: words } = useStrings();
  const { send, ...saving } = useWorkAction(answerEndpoints.changePicture, () => {
    toasts.show(words.saved);
    onDone();
  });
  const save = (change: PictureChange): void => {
    send({ params: { photoId: id }, body: { version, ...change } });
  };
  return { ...saving, save };
}

/** Goes back to the photo as uploaded. */
function useRestoring({ id, version }: PhotoDetail, onDone: () => void) {
  const { reviewChange: words } = useStrings();
  const { send, ...restoring } = useWorkAction(answerEndpoints.restorePicture, () => {
    toasts.show(words.restored);
    onDone();
  });
  const restore = (): void => {
    send({ params: { photoId: id }, body: { version } });
  };
  return { ...restoring, restore };
}
