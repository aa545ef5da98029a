import type { UploadedFile } from '../../http/route.ts';
import { isoToday } from '../../lib/clock.ts';
import { addDays } from '../../lib/school-day.ts';
import { comparePupilList, type KnownPupil, type PlannedChange } from '../../policy/register/compare-pupil-list.ts';
import type { PupilListField } from '../../policy/register/pupil-list-columns.ts';
import { readPupilList } from '../../policy/register/read-pupil-list.ts';
import { readKnownPupils, type Change, type ImportSummary, type Warning } from './import-store.ts';
import { insertDryRun } from './insert-dry-run.ts';
import type { RegisterParts } from './parts.ts';
import { readListFile } from './read-list-file.ts';

/** More leavers than this share of the roll look like half a list. */
const manyLeavers = 0.2;

export interface PupilImportChoices {
  readonly mapping: Partial<Readonly<Record<PupilListField, string | undefined>>>;
  readonly missing: 'left' | 'keep';
}

/** How many lines of each kind. */
export function countChanges(planned: readonly { readonly change: Change }[]): Record<Change, number> {
  const counts: Record<Change, number> = { add: 0, change: 0, leaver: 0, same: 0, problem: 0 };
  for (const { change } of planned) counts[change] += 1;
  return counts;
}

/** Whether somebody who had left is at the school again: what was permitted for them before then counts again. */
function takesBack(planned: readonly PlannedChange[], pupils: readonly KnownPupil[], today: string): boolean {
  const left = new Set(pupils.flatMap(({ id, leftOn }) => (leftOn !== null && leftOn < today ? [id] : [])));
  return planned.some(
    ({ pupilId, after }) => left.has(pupilId ?? '') && (after?.leftOn === null || (after?.leftOn ?? '') >= today),
  );
}

function warningsOf(counts: Readonly<Record<Change, number>>, onRoll: number, isTakingBack: boolean): Warning[] {
  return [
    ...(isTakingBack ? (['takes-back'] as const) : []),
    ...(counts.leaver > 5 && counts.leaver > onRoll * manyLeavers ? (['many-leavers'] as const) : []),
    ...(counts.add + counts.change + counts.leaver + counts.problem === 0 ? (['nothing-changes'] as const) : []),
  ];
}

/**
 * Read a pupil list and keep what it would change, without changing anything. Throws `import-has-problems` when it is no
 * list; problems of single lines are part of the answer, and keep it from being applied.
 */
export async function checkPupilImport(
  parts: RegisterParts,
  actor: string,
  upload: UploadedFile,
  choices: PupilImportChoices,
) {
  const { database, clock } = parts;
  const { bytes, text } = await readListFile(upload);
  const { lines, mapping, unusedHeadings } = readPupilList(text, choices.mapping);
  const { pupils, basis } = await readKnownPupils(database);
  const today = isoToday(clock);
  const days = { today, dayBefore: addDays(today, -1), missing: choices.missing };
  const planned = comparePupilList(lines, pupils, days);
  const counts = countChanges(planned);
  const onRoll = pupils.filter(({ leftOn }) => leftOn === null || leftOn >= today).length;
  const unused = unusedHeadings.slice(0, 100);
  const warnings = warningsOf(counts, onRoll, takesBack(planned, pupils, today));
  const summary: ImportSummary = { counts, unusedHeadings: unused, warnings, basis };
  return await insertDryRun(parts, { kind: 'pupils-csv', actor, upload, bytes, mapping, summary, planned });
}
