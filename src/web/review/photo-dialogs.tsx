import { DecideDialog } from './decide-dialog.tsx';
import { DeleteDialog } from './delete-dialog.tsx';
import { KeysDialog } from './keys-dialog.tsx';
import { NotThisPupilDialog } from './not-this-pupil-dialog.tsx';
import { OverrideDialog } from './override-dialog.tsx';
import type { PhotoDetail } from './review-types.ts';
import type { Place } from './use-place.ts';
import { WhileUnchanged } from './while-unchanged.tsx';

export type DialogName = 'approve' | 'reject' | 'not-this-pupil' | 'override' | 'delete' | 'help';

/** The dialog that is open over a photo, if any. */
export function PhotoDialogs(props: {
  readonly photo: PhotoDetail;
  readonly name: DialogName | null;
  readonly place: Place;
  readonly onName: (name: DialogName | null) => void;
}) {
  const { photo, place } = props;
  const onClose = (): void => {
    props.onName(null);
  };
  switch (props.name) {
    case 'approve':
    case 'reject':
      return (
        <WhileUnchanged what={photo.version} onClose={onClose}>
          <DecideDialog photo={photo} decision={props.name} place={place} onClose={onClose} />
        </WhileUnchanged>
      );
    case 'not-this-pupil':
      // The faces are numbered as they are in the picture.
      return (
        <WhileUnchanged what={photo.output?.id ?? ''} onClose={onClose}>
          <NotThisPupilDialog photo={photo} onClose={onClose} />
        </WhileUnchanged>
      );
    case 'override':
      return <OverrideDialog photo={photo} onClose={onClose} />;
    case 'delete':
      return <DeleteDialog photo={photo} place={place} onClose={onClose} />;
    case 'help':
      return <KeysDialog onClose={onClose} />;
    case null:
      return null;
  }
}
