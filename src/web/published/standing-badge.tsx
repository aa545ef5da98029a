import { useFormats } from '../strings/use-formats.ts';
import { useStrings } from '../strings/use-strings.ts';
import { Mark } from '../ui/mark.tsx';

/** What is known of a release being out. */
export interface Standing {
  readonly takenDownAt: string | null;
  readonly couldNotBeRemoved: boolean;
  readonly takedownDueOn: string | null;
}

/** Whether a release is out, has to come down, is down, or could not be removed: in words, colour and shape. */
export function StandingBadge({ standing }: { readonly standing: Standing }) {
  const { published: words } = useStrings();
  const { day } = useFormats();
  const { look, state } = stateOf(standing);
  return (
    <>
      <span className={`badge ${look}`}>
        <Mark kind={look} />
        {words.states[state]}
      </span>
      {state === 'due' && standing.takedownDueOn !== null && (
        <div className="muted">{words.dueOn(day(standing.takedownDueOn))}</div>
      )}
    </>
  );
}

function stateOf({ takenDownAt, couldNotBeRemoved, takedownDueOn }: Standing) {
  if (couldNotBeRemoved) return { look: 'review', state: 'notRemoved' } as const;
  if (takenDownAt !== null) return { look: 'note', state: 'down' } as const;
  return takedownDueOn === null
    ? ({ look: 'clear', state: 'out' } as const)
    : ({ look: 'block', state: 'due' } as const);
}
