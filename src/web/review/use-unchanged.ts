import { useEffect, useState } from 'react';
import { useStrings } from '../strings/use-strings.ts';
import { toasts } from '../ui/toasts.ts';

/**
 * Whether what one works on is still as it was when one began. When somebody else changes it, says so and calls
 * `onChanged`, once: to go on would decide, or write over, what nobody has looked at. While `isOurs`, a change is one's own.
 */
export function useUnchanged(what: string | number, isOurs: boolean, onChanged: () => void): boolean {
  const { review } = useStrings();
  const [seen, setSeen] = useState(what);
  if (isOurs && what !== seen) setSeen(what);
  const isChanged = what !== seen && !isOurs;
  useEffect(() => {
    if (!isChanged) return;
    toasts.show(review.changedMeanwhile);
    onChanged();
    // Once, when it changes: what it calls is another function each time it is drawn.
  }, [isChanged]);
  return !isChanged;
}
