import { useState } from 'react';
import { registerPhotoEndpoints } from '../../contract/register-photos.ts';
import { addressOf } from '../api/address-of.ts';
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
  const [edition, setEdition] = useState(0);
  const set = useAction(registerPhotoEndpoints.setPortrait, {
    changes: ['pupils.'],
    onDone: () => {
      setEdition(edition + 1);
      toasts.show(words.portraitSet);
    },
  });
  return (
    <figure className="stack">
      <Portrait pupil={pupil} edition={edition} />
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

/** The portrait, fetched anew with each `edition`, or the place it is missing from. */
function Portrait({ pupil, edition }: { readonly pupil: Pupil; readonly edition: number }) {
  const { pupil: words } = useStrings();
  if (!pupil.hasPortrait) {
    return (
      <div className="register-portrait row muted">
        <span>{words.noPortrait}</span>
      </div>
    );
  }
  const address = addressOf(registerPhotoEndpoints.readPortrait, { params: { pupilId: pupil.id } });
  return (
    <img
      key={edition}
      className="register-portrait"
      src={edition === 0 ? address : `${address}#${edition}`}
      alt={words.portraitOf(fullName(pupil))}
    />
  );
}
