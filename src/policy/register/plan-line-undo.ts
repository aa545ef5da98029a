import type { KnownPupil } from './compare-pupil-list.ts';

type Details = Omit<KnownPupil, 'id'>;

/**
 * What undoing a line comes to: everything goes back; only a part; nothing; the pupil it added goes away, or is marked as
 * having left; the pupil is gone already.
 */
export type UndoOutcome = 'back' | 'partly' | 'kept' | 'removed' | 'left' | 'gone';

/** A line as it was applied. `before` holds the details it changed, as they were. */
export interface AppliedLine {
  readonly change: 'add' | 'change' | 'leaver';
  readonly before: Partial<Details>;
  readonly after: Details;
  readonly versionAfter: number;
}

/**
 * A pupil today. `isTied`: something hangs on the pupil, an answer or a photo, say. `isHeldBack`: somebody has said since
 * the list that they may not appear.
 */
export interface PupilToday extends KnownPupil {
  readonly version: number;
  readonly isTied: boolean;
  readonly isHeldBack: boolean;
}

/** What to write, and the names of the details that stay because somebody has changed or held back the pupil since. */
export interface LineUndo {
  readonly outcome: UndoOutcome;
  readonly restore: Partial<Details>;
  readonly kept: readonly string[];
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

function staysLonger(before: string | null, now: string | null): boolean {
  return now !== null && (before === null || before > now);
}

/** Nobody looks for a leaver in what is taken after their last day, so who is held back keeps their place on the roll. */
function mayLeave(pupil: PupilToday, leftOn: string | null, dayBefore: string): boolean {
  const isGone = (day: string | null): boolean => day !== null && day <= dayBefore;
  return !pupil.isHeldBack || !isGone(leftOn) || isGone(pupil.leftOn);
}

function undoAdding({ versionAfter }: AppliedLine, pupil: PupilToday, dayBefore: string): LineUndo {
  if (!mayLeave(pupil, dayBefore, dayBefore)) return { outcome: 'kept', restore: {}, kept: ['leftOn'] };
  if (!pupil.isTied && pupil.version === versionAfter) return { outcome: 'removed', restore: {}, kept: [] };
  const hasLeft = pupil.leftOn !== null && pupil.leftOn <= dayBefore;
  return { outcome: 'left', restore: hasLeft ? {} : { leftOn: dayBefore }, kept: [] };
}

/**
 * How one line of an applied pupil list is undone: a detail goes back unless somebody has given it another value since.
 * A last day that the list brought forward is taken back only when nobody has touched the pupil at all since, because a
 * person who saw it may have let it stand; and a number only while nobody else has it. Whoever somebody has held back
 * since stays on the roll. Pure; `dayBefore` is yesterday.
 */
export function planLineUndo(
  line: AppliedLine,
  pupil: PupilToday | undefined,
  { dayBefore, isTaken }: { readonly dayBefore: string; readonly isTaken: (schoolNumber: string) => boolean },
): LineUndo {
  if (pupil === undefined) return { outcome: 'gone', restore: {}, kept: [] };
  if (line.change === 'add') return undoAdding(line, pupil, dayBefore);
  const isUntouched = pupil.version === line.versionAfter;
  const mayDayReturn = (leftOn: string | null): boolean =>
    (isUntouched || !staysLonger(leftOn, pupil.leftOn)) && mayLeave(pupil, leftOn, dayBefore);
  const restore: Record<string, unknown> = {};
  const kept: string[] = [];
  for (const [name, before] of Object.entries(line.before)) {
    const field = name as keyof Details;
    if (isSame(pupil[field], before)) continue;
    const mayReturn =
      isSame(pupil[field], line.after[field]) &&
      (field !== 'leftOn' || mayDayReturn(before as string | null)) &&
      (field !== 'schoolNumber' || !isTaken(before as string));
    if (mayReturn) restore[field] = before;
    else kept.push(field);
  }
  const outcome = kept.length === 0 ? 'back' : Object.keys(restore).length === 0 ? 'kept' : 'partly';
  return { outcome, restore, kept };
}
