import type { ReactNode } from 'react';
import { useUnchanged } from './use-unchanged.ts';

/**
 * What decides a photo as it was looked at. When somebody else changes the photo meanwhile it closes and says so, because a
 * second press would decide what nobody has looked at.
 */
export function WhileUnchanged(props: {
  readonly what: string | number;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  return useUnchanged(props.what, false, props.onClose) ? props.children : null;
}
