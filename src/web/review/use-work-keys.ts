import { useKeys, type KeyActions } from '../ui/use-keys.ts';
import { useSingleKeys } from './single-keys.ts';

/** Keys of the page; letters, digits and signs only while the person has not turned them off. */
export function useWorkKeys(actions: KeyActions, isActive = true): void {
  const { isOn } = useSingleKeys();
  const allowed = Object.entries(actions).filter(([key]) => isOn || key.length > 1);
  useKeys(Object.fromEntries(allowed), isActive);
}
