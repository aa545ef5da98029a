import { useStrings } from '../strings/use-strings.ts';
import type { Strings } from '../strings/strings.ts';
import { Mark, type MarkKind } from './mark.tsx';

export type PhotoState = keyof Strings['states'];

const looks: Record<PhotoState, MarkKind> = {
  received: 'note',
  screening: 'note',
  clear: 'clear',
  flagged: 'review',
  approved: 'clear',
  rejected: 'block',
  released: 'clear',
  'takedown-due': 'block',
  'taken-down': 'note',
};

/** Where a photo is on its journey, in words, colour and shape. */
export function StateBadge({ state }: { readonly state: PhotoState }) {
  const { states } = useStrings();
  return (
    <span className={`badge ${looks[state]}`}>
      <Mark kind={looks[state]} />
      {states[state]}
    </span>
  );
}
