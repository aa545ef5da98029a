import { useEffect, useState, type ReactNode } from 'react';
import { useStrings } from '../strings/use-strings.ts';
import { toasts } from '../ui/toasts.ts';

/**
 * What decides a photo as it was looked at. When somebody else changes the photo meanwhile it closes and says so, because a
 * second press would decide what nobody has looked at.
 */
export function WhileUnchanged(props: {
  readonly version: number;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const { review } = useStrings();
  const { version, onClose, children } = props;
  const [lookedAt] = useState(version);
  const isChanged = version !== lookedAt;
  useEffect(() => {
    if (!isChanged) return;
    toasts.show(review.changedMeanwhile);
    onClose();
    // Once, when it changes: what closes it is another function each time it is drawn.
  }, [isChanged]);
  return isChanged ? null : children;
}
