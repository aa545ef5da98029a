import { useStrings } from '../strings/use-strings.ts';
import { Mark } from './mark.tsx';

/** A verdict in words, colour and shape. */
export function VerdictBadge({ verdict }: { readonly verdict: 'clear' | 'review' | 'block' }) {
  const { verdicts } = useStrings();
  return (
    <span className={`badge ${verdict}`}>
      <Mark kind={verdict} />
      {verdicts[verdict]}
    </span>
  );
}
