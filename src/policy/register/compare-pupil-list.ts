import { anotherChildFinder } from './another-child-finder.ts';
import type { ListedPupil, ListLine } from './read-pupil-list.ts';
import { groupBy } from '../group-by.ts';
import { pupilsByNumber } from './pupils-by-number.ts';

/** A pupil as the school's register has them now. */
export interface KnownPupil {
  readonly id: string;
  readonly schoolNumber: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly preferredName: string | null;
  readonly otherNames: readonly string[];
  readonly className: string | null;
  readonly yearGroup: string | null;
  readonly dateOfBirth: string | null;
  readonly leftOn: string | null;
}

/** What an import would do about one line, or about one pupil who is in no line. */
export interface PlannedChange {
  /** In the file; null for a pupil who is missing from it. */
  readonly line: number | null;
  readonly change: 'add' | 'change' | 'leaver' | 'same' | 'problem';
  readonly pupilId: string | null;
  /** All details as they would be; null for a problem. */
  readonly after: Omit<KnownPupil, 'id'> | null;
  /** Names of the fields that would change. */
  readonly changed: readonly string[];
  readonly problems: readonly string[];
}

const nobody = {
  preferredName: null,
  otherNames: [],
  className: null,
  yearGroup: null,
  dateOfBirth: null,
  leftOn: null,
} as const;

function detailsOf(known: KnownPupil): Omit<KnownPupil, 'id'> {
  const { schoolNumber, firstName, lastName, preferredName, otherNames } = known;
  const { className, yearGroup, dateOfBirth, leftOn } = known;
  return { schoolNumber, firstName, lastName, preferredName, otherNames, className, yearGroup, dateOfBirth, leftOn };
}

/** A list that tells no leaving dates says of everybody in it that they are here. */
function leavingDay(listed: ListedPupil, known: KnownPupil | undefined, today: string): string | null {
  if (listed.leftOn !== undefined) return listed.leftOn;
  const before = known?.leftOn ?? null;
  return before !== null && before < today ? null : before;
}

function planLine(listed: ListedPupil, line: number, known: KnownPupil | undefined, today: string): PlannedChange {
  const after = {
    ...(known === undefined ? nobody : detailsOf(known)),
    ...listed,
    leftOn: leavingDay(listed, known, today),
  };
  const plan = { line, pupilId: known?.id ?? null, after, problems: [] };
  const hasLeft = after.leftOn !== null && after.leftOn < today;
  // Somebody who left before we ever knew them is nobody to add.
  if (known === undefined) return { ...plan, change: hasLeft ? 'same' : 'add', changed: [] };
  const before: Readonly<Record<string, unknown>> = { ...known };
  const changed = Object.entries(after)
    .filter(([field, value]) => JSON.stringify(value) !== JSON.stringify(before[field]))
    .map(([field]) => field);
  const isLeaver = hasLeft && (known.leftOn === null || known.leftOn >= today);
  return { ...plan, change: isLeaver ? 'leaver' : changed.length > 0 ? 'change' : 'same', changed };
}

/** What was answered for whoever has the number would count for the child in the list. */
const numberOfAnother =
  'this schoolNumber is on record as another child’s: give that pupil another number first, or, if it is the same child, the new name';

function planProblem(line: number, problems: readonly string[], pupilId: string | null = null): PlannedChange {
  return { line, change: 'problem', pupilId, after: null, changed: [], problems };
}

/**
 * What importing a list would do: line by line, then pupils on the roll who are missing from it, if those are taken to
 * have left (their last day is then the day before). Pure; `today` is an ISO day.
 */
export function comparePupilList(
  lines: readonly ListLine[],
  known: readonly KnownPupil[],
  {
    today,
    dayBefore,
    missing,
  }: {
    readonly today: string;
    readonly dayBefore: string;
    readonly missing: 'left' | 'keep';
  },
): PlannedChange[] {
  const byNumber = groupBy(known, (pupil) => pupil.schoolNumber.toLowerCase());
  const pupilOf = pupilsByNumber(known);
  const isAnotherChild = anotherChildFinder(known);
  const seen = new Set<string>();
  const planned = lines.map(({ line, pupil, problems }): PlannedChange => {
    if (pupil === null) return planProblem(line, problems);
    if (pupil.dateOfBirth != null && pupil.dateOfBirth > today) {
      return planProblem(line, ['dateOfBirth must not lie in the future']);
    }
    // Where two numbers on record differ in case alone, nobody is taken for missing from the list.
    const alike = byNumber.get(pupil.schoolNumber.toLowerCase()) ?? [];
    for (const { id } of alike) seen.add(id);
    const match = pupilOf(pupil.schoolNumber);
    if (match === undefined && alike.length > 0) return planProblem(line, ['several pupils have this schoolNumber']);
    if (match !== undefined && isAnotherChild(match, pupil)) return planProblem(line, [numberOfAnother], match.id);
    return planLine(pupil, line, match, today);
  });
  if (missing === 'keep') return planned;
  const gone = known.filter((pupil) => !seen.has(pupil.id) && (pupil.leftOn === null || pupil.leftOn >= today));
  const leavers = gone.map((pupil): PlannedChange => {
    const after = { ...detailsOf(pupil), leftOn: dayBefore };
    return { line: null, change: 'leaver', pupilId: pupil.id, after, changed: ['leftOn'], problems: [] };
  });
  return [...planned, ...leavers];
}
