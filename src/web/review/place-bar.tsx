import { useStrings } from '../strings/use-strings.ts';
import { Button } from '../ui/button.tsx';
import { StateBadge } from '../ui/state-badge.tsx';
import { VerdictBadge } from '../ui/verdict-badge.tsx';
import type { PhotoDetail } from './review-types.ts';
import type { Place } from './use-place.ts';

/** Where one is in the queue, the photo's verdict and state, the way to its neighbours. */
export function PlaceBar({ photo, place }: { readonly photo: PhotoDetail; readonly place: Place }) {
  const { reviewPhoto: words, review } = useStrings();
  return (
    <div className="row place-bar">
      <div className="row" role="group" aria-label={review.title}>
        <Button
          isSmall
          isDisabled={place.previousId === null}
          onPress={() => {
            place.goTo(place.previousId);
          }}
        >
          ← {words.previous} <kbd className="key">K</kbd>
        </Button>
        <span>{place.position === null ? words.notInQueue : words.place(place.position, place.count)}</span>
        <Button
          isSmall
          isDisabled={place.nextId === null}
          onPress={() => {
            place.goTo(place.nextId);
          }}
        >
          {words.next} → <kbd className="key">J</kbd>
        </Button>
      </div>
      {photo.verdict !== null && <VerdictBadge verdict={photo.verdict} />}
      <StateBadge state={photo.state} />
    </div>
  );
}
