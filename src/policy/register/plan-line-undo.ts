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

/** A pupil today. `isTied`: something hangs on the pupil, an answer or a photo, say. */
export interface PupilToday extends KnownPupil {
  readonly version: number;
  readonly isTied: boolean;
}

/** What to write, and the names of the details that stay because somebody has changed the pupil since. */
export interface LineUndo {
  readonly outcome: UndoOutcome;
  readonly restore: Partial<Details>;
  readonly kept: readonly string[];
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

function staysLonger(before: string | null, now: string | null): boolean {
  return now !== null && (before === null || before > now);
}

function undoAdding({ versionAfter }: AppliedLine, pupil: PupilToday, dayBefore: string): LineUndo {
  if (!pupil.isTied && pupil.version === versionAfter) return { outcome: 'removed', restore: {}, kept: [] };
  const hasLeft = pupil.leftOn !== null && pupil.leftOn <= dayBefore;
  return { outcome: 'left', restore: hasLeft ? {} : { leftOn: dayBefore }, kept: [] };
}

/**
 * How one line of an applied pupil list is undone: a detail goes back unless somebody has given it another value since.
 * A last day that the list brought forward is taken back only when nobody has touched the pupil at all since, because a
 * person who saw it may have let it stand; and a number only while nobody else has it. Pure; `dayBefore` is yesterday.
 */
export function planLineUndo(
  line: AppliedLine,
  pupil: PupilToday | undefined,
  { dayBefore, isTaken }: { readonly dayBefore: string; readonly isTaken: (schoolNumber: string) => boolean },
): LineUndo {
  if (pupil === undefined) return { outcome: 'gone', restore: {}, kept: [] };
  if (line.change === 'add') return undoAdding(line, pupil, dayBefore);
  const isUntouched = pupil.version === line.versionAfter;
  const restore: Record<string, unknown> = {};
  const kept: string[] = [];
  for (const [name, before] of Object.entries(line.before)) {
    const field = name as keyof Details;
    if (isSame(pupil[field], before)) continue;
    const mayReturn =
      isSame(pupil[field], line.after[field]) &&
      (field !== 'leftOn' || isUntouched || !staysLonger(before as string | null, pupil.leftOn)) &&
      (field !== 'schoolNumber' || !isTaken(before as string));
    if (mayReturn) restore[field] = before;
    else kept.push(field);
  }
  const outcome = kept.length === 0 ? 'back' : Object.keys(restore).length === 0 ? 'kept' : 'partly';
  return { outcome, restore, kept };
}
