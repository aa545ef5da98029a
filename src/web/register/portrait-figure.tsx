import { registerPhotoEndpoints } from '../../contract/register-photos.ts';
import { pupilPortraitAddress } from '../api/pupil-portrait-address.ts';
import { useAction } from '../api/use-action.ts';
import { useHasRole } from '../api/use-has-role.ts';
import { useStrings } from '../strings/use-strings.ts';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { FileButton } from '../ui/file-button.tsx';
import { toasts } from '../ui/toasts.ts';
import { fullName } from './full-name.ts';
import type { Pupil } from './pupil-page.tsx';

/** A pupil's school portrait; the office may replace it. */
export function PortraitFigure({ pupil }: { readonly pupil: Pupil }) {
  const { pupil: words } = useStrings();
  const isOffice = useHasRole('office');
  const set = useAction(registerPhotoEndpoints.setPortrait, {
    changes: ['pupils.'],
    onDone: () => {
      toasts.show(words.portraitSet);
    },
  });
  return (
    <figure className="stack">
      <Portrait pupil={pupil} />
      {isOffice && (
        <FileButton
          label={words.setPortrait}
          accept={['image/*']}
          isPending={set.isPending}
          onChoose={(file) => {
            set.mutate({ params: { pupilId: pupil.id }, files: [file] });
          }}
        />
      )}
      <ErrorNotice error={set.error} />
    </figure>
  );
}

/** The portrait, or the place it is missing from. */
function Portrait({ pupil }: { readonly pupil: Pupil }) {
  const { pupil: words } = useStrings();
  const address = pupilPortraitAddress(pupil);
  if (address === null) {
    return (
      <div className="register-portrait row muted">
        <span>{words.noPortrait}</span>
      </div>
    );
  }
  return <img className="register-portrait" src={address} alt={words.portraitOf(fullName(pupil))} />;
}
