import { useStrings } from '../strings/use-strings.ts';
import { Button } from '../ui/button.tsx';
import { manyActions, mostAtOnce, photosFor, type ManyAction } from './many-actions.ts';
import type { QueueItem } from './review-types.ts';

interface SelectionProps {
  readonly selected: readonly QueueItem[];
  readonly onSelect: (photos: readonly QueueItem[]) => void;
  readonly onAct: (action: ManyAction) => void;
}

/** Selecting those that something can be done with, and what. */
export function ManySelection(props: SelectionProps & { readonly photos: readonly QueueItem[] }) {
  const { review } = useStrings();
  const { photos, selected, onSelect } = props;
  const choices = [
    { action: 'approve', say: review.selectEasy },
    { action: 'cover', say: review.selectWithFaces },
  ] as const;
  return (
    <div className="review-many row" role="group" aria-label={review.severalAtOnce}>
      {selected.length === 0 && <span className="muted">{review.easyHelp}</span>}
      {choices.map(({ action, say }) => {
        const some = photosFor(action, photos).slice(0, mostAtOnce);
        if (some.length === 0) return null;
        return (
          <Button
            key={action}
            isSmall
            onPress={() => {
              onSelect(some);
            }}
          >
            {say(some.length)}
          </Button>
        );
      })}
      {selected.length > 0 && <Selected {...props} />}
    </div>
  );
}

/** Each action says with how many of the selected photos it can be done. */
function Selected({ selected, onSelect, onAct }: SelectionProps) {
  const { review } = useStrings();
  return (
    <>
      <strong role="status">{review.selected(selected.length)}</strong>
      {manyActions.map((action) => {
        const count = photosFor(action, selected).length;
        if (count === 0) return null;
        return (
          <Button
            key={action}
            isSmall
            kind={action === 'approve' ? 'primary' : action === 'reject' ? 'danger' : 'plain'}
            onPress={() => {
              onAct(action);
            }}
          >
            {review.many[action](count)}
          </Button>
        );
      })}
      <Button
        isSmall
        kind="quiet"
        onPress={() => {
          onSelect([]);
        }}
      >
        {review.clearSelection}
      </Button>
    </>
  );
}
