import { useFormats } from '../strings/use-formats.ts';
import { useStrings } from '../strings/use-strings.ts';
import { Mark } from '../ui/mark.tsx';

/** Whether a release is out, has to come down, or is down: in words, colour and shape. */
export function StandingBadge(props: { readonly takenDownAt: string | null; readonly takedownDueOn: string | null }) {
  const { published: words } = useStrings();
  const { day } = useFormats();
  const look = props.takenDownAt !== null ? 'note' : props.takedownDueOn !== null ? 'block' : 'clear';
  const said = { note: words.states.down, block: words.states.due, clear: words.states.out }[look];
  return (
    <>
      <span className={`badge ${look}`}>
        <Mark kind={look} />
        {said}
      </span>
      {look === 'block' && props.takedownDueOn !== null && (
        <div className="muted">{words.dueOn(day(props.takedownDueOn))}</div>
      )}
    </>
  );
}
