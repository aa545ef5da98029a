import type { BiometricPermission } from '../words/people.ts';

/** One written-down event about a pupil's biometric permission. Events are never changed, only added to. */
export interface BiometricEvent {
  readonly event:
    | 'parent-notified'
    | 'parent-exempt'
    | 'parent-consented'
    | 'parent-objected'
    | 'pupil-objected'
    | 'withdrawn'
    | 'reset';
  /** The parent it is about; null for the pupil's own objection and for a reset. */
  readonly guardianId: string | null;
  readonly inWriting: boolean;
}

/** What still keeps a permission from being complete. */
export type PermissionGap =
  | 'no-parent'
  | 'parent-not-notified'
  | 'no-written-consent'
  | 'parent-objected'
  | 'pupil-objected'
  | 'withdrawn'
  | 'of-age';

/** The events that count: those after the last reset. A reset begins afresh, so everybody must be told anew. */
function sinceReset(events: readonly BiometricEvent[]): readonly BiometricEvent[] {
  return events.slice(events.findLastIndex((one) => one.event === 'reset') + 1);
}

function isTold(events: readonly BiometricEvent[], parent: string): boolean {
  return events.some(
    (one) => one.guardianId === parent && (one.event === 'parent-notified' || one.event === 'parent-exempt'),
  );
}

/**
 * What is missing from a permission; empty when it is complete. `events` in the order they were recorded; `parents` are
 * the ids of everyone who stands as a parent today. Protection of Freedoms Act 2012, sections 26 to 28: each parent is
 * notified (or excepted by section 27), at least one consents in writing, and nobody has withdrawn or objected. An
 * objection by the child outweighs every parent, and nothing recorded later outweighs an objection or withdrawal except
 * beginning afresh. For an adult no parent can consent.
 */
export function permissionGaps(
  events: readonly BiometricEvent[],
  parents: readonly string[],
  isOfAge: boolean,
): PermissionGap[] {
  const counted = sinceReset(events);
  const has = (event: BiometricEvent['event']): boolean => counted.some((one) => one.event === event);
  const isConsented = counted.some(
    ({ event, inWriting, guardianId }) =>
      event === 'parent-consented' && inWriting && guardianId !== null && parents.includes(guardianId),
  );
  const gaps: readonly [PermissionGap, boolean][] = [
    ['pupil-objected', has('pupil-objected')],
    ['parent-objected', has('parent-objected')],
    ['withdrawn', has('withdrawn')],
    ['of-age', isOfAge],
    ['no-parent', parents.length === 0],
    ['parent-not-notified', parents.some((parent) => !isTold(counted, parent))],
    ['no-written-consent', !isConsented],
  ];
  return gaps.filter(([, isOpen]) => isOpen).map(([gap]) => gap);
}

/** The permission in one word, from everything recorded. */
export function biometricPermission(
  events: readonly BiometricEvent[],
  parents: readonly string[],
  isOfAge: boolean,
): BiometricPermission {
  const gaps = permissionGaps(events, parents, isOfAge);
  const ended = (['pupil-objected', 'parent-objected', 'withdrawn'] as const).find((gap) => gaps.includes(gap));
  if (ended !== undefined) return ended;
  if (gaps.length === 0) return 'granted';
  // The pupil has not been: only parents were.
  if (isOfAge) return 'not-asked';
  const isToldAll = !gaps.includes('no-parent') && !gaps.includes('parent-not-notified');
  return isToldAll ? 'parents-notified' : 'not-asked';
}
