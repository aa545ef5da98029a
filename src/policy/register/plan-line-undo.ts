import type { KnownPupil } from './compare-pupil-list.ts';

type Details = Omit<KnownPupil, 'id'>;

/**
 * What undoing a line comes to: everything goes back; only a part; nothing; the pupil it added goes away, or stays; the
 * pupil is gone already. Earlier versions marked some whom it added as having left, which stays told.
 */
export type UndoOutcome = 'back' | 'partly' | 'kept' | 'removed' | 'stays' | 'left' | 'gone';

/** A line as it was applied. `before` holds the details it changed, as they were. */
export interface AppliedLine {
  readonly change: 'add' | 'change' | 'leaver';
  readonly before: Partial<Details>;
  readonly after: Details;
  readonly versionAfter: number;
}

/**
 * A pupil today. `isTied`: something hangs on the pupil, an answer or a photo, say. `isRecordedSince`: somebody has
 * recorded something of them since the list.
 */
export interface PupilToday extends KnownPupil {
  readonly version: number;
  readonly isTied: boolean;
  readonly isRecordedSince: boolean;
}

/** What to write, and the names of the details that stay because somebody has changed the pupil or recorded something of them since. */
export interface LineUndo {
  readonly outcome: UndoOutcome;
  readonly restore: Partial<Details>;
  readonly kept: readonly string[];
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

function staysLonger(before: string | null, now: string | null): boolean {
  return now !== null && (before === null || before > now);
}

/** Nobody looks for a leaver in what is taken after their last day, so who is answered for keeps their place on the roll. */
function mayLeave(pupil: PupilToday, leftOn: string | null, dayBefore: string): boolean {
  const isGone = (day: string | null): boolean => day !== null && day <= dayBefore;
  return !pupil.isRecordedSince || !isGone(leftOn) || isGone(pupil.leftOn);
}

/**
 * Whoever the list made known and somebody has recorded something of since is a child at the school as likely as not. They
 * stay, with all that is on record of them: a leaver would not be looked for, and what was published of them would have to
 * come down, until the right list came. If that does not have them, they leave by it.
 */
function undoAdding({ versionAfter }: AppliedLine, pupil: PupilToday): LineUndo {
  const isUnused = !pupil.isTied && pupil.version === versionAfter;
  return { outcome: isUnused ? 'removed' : 'stays', restore: {}, kept: [] };
}

/**
 * How one line of an applied pupil list is undone: a detail goes back unless somebody has given it another value since.
 * A last day that the list brought forward is taken back only when nobody has touched the pupil at all since, because a
 * person who saw it may have let it stand; and a number only while nobody else has it. Whoever somebody has recorded
 * something of since stays on the roll. Pure; `dayBefore` is yesterday.
 */
export function planLineUndo(
  line: AppliedLine,
  pupil: PupilToday | undefined,
  { dayBefore, isTaken }: { readonly dayBefore: string; readonly isTaken: (schoolNumber: string) => boolean },
): LineUndo {
  if (pupil === undefined) return { outcome: 'gone', restore: {}, kept: [] };
  if (line.change === 'add') return undoAdding(line, pupil);
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
