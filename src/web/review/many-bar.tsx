import { useState } from 'react';
import { useStrings } from '../strings/use-strings.ts';
import { Link } from '../ui/link.tsx';
import { Notice } from '../ui/notice.tsx';
import { RefusalWords } from '../ui/refusal-words.tsx';
import { CoverManyDialog } from './cover-many-dialog.tsx';
import { manyActions, photosFor, type ManyAction } from './many-actions.ts';
import { ManySelection } from './many-selection.tsx';
import { ReasonDialog } from './reason-dialog.tsx';
import { defaultReason } from './reasons.ts';
import type { QueueItem } from './review-types.ts';
import { useManyActions, type ManyActions, type Refusal } from './use-many-actions.ts';

/** Decide, cover or uncover some photos at once, and say what came of each. */
export function ManyBar(props: {
  readonly photos: readonly QueueItem[];
  readonly selected: readonly QueueItem[];
  readonly onSelect: (photos: readonly QueueItem[]) => void;
}) {
  const { photos, selected, onSelect } = props;
  const [asked, setAsked] = useState<ManyAction | null>(null);
  const actions = useManyActions(selected, (sent) => {
    setAsked(null);
    onSelect(selected.filter(({ id }) => !sent.has(id)));
  });
  return (
    <>
      {manyActions.some((action) => photosFor(action, photos).length > 0) && (
        <ManySelection photos={photos} selected={selected} onSelect={onSelect} onAct={setAsked} />
      )}
      <Refused results={actions.refused} />
      {asked !== null && (
        <Asking
          action={asked}
          photos={photosFor(asked, selected)}
          actions={actions}
          onClose={() => {
            setAsked(null);
            actions.reset();
          }}
        />
      )}
    </>
  );
}

/** Why, for a decision; for covers, what they do and do not do. */
function Asking(props: {
  readonly action: ManyAction;
  readonly photos: readonly QueueItem[];
  readonly actions: ManyActions;
  readonly onClose: () => void;
}) {
  const { action, photos, actions, onClose } = props;
  const shared = { count: photos.length, isPending: actions.isPending, error: actions.error, onClose };
  if (action === 'cover' || action === 'restore') {
    return (
      <CoverManyDialog
        {...shared}
        action={action}
        onConfirm={() => {
          actions.send(action, photos);
        }}
      />
    );
  }
  const areCovered = action === 'approve' && photos.every(({ isChanged }) => isChanged);
  return (
    <ReasonDialog
      {...shared}
      decision={action}
      first={areCovered ? 'covered-enough' : defaultReason(action, null)}
      onChoose={(reasonCode, note) => {
        actions.send(action, photos, { reasonCode, note });
      }}
    />
  );
}

function Refused({ results }: { readonly results: readonly Refusal[] }) {
  const { review } = useStrings();
  if (results.length === 0) return null;
  return (
    <Notice tone="bad" title={review.manyRefused} isLive>
      <ul>
        {results.map(({ photoId, error, title }) => (
          <li key={photoId}>
            <Link to={`/review/${photoId}`}>{title}</Link>:{' '}
            {error != null && <RefusalWords code={error.code} message={error.message} />}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
