import type { Strings } from '../strings/strings.ts';
import { useStrings } from '../strings/use-strings.ts';
import { Mark, type MarkKind } from '../ui/mark.tsx';

type State = keyof Strings['channels']['states'];

const looks: Record<State, MarkKind> = { applied: 'review', open: 'clear', refused: 'block', closed: 'note' };

/** Whether a channel is open, in words, colour and shape. */
export function ChannelStateBadge({ state }: { readonly state: State }) {
  const { channels: words } = useStrings();
  return (
    <span className={`badge ${looks[state]}`}>
      <Mark kind={looks[state]} />
      {words.states[state]}
    </span>
  );
}
