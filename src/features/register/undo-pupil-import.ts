import { isoNow, isoToday } from '../../lib/clock.ts';
import { addDays } from '../../lib/school-day.ts';
import {
  planLineUndo,
  type AppliedLine,
  type LineUndo,
  type PupilToday,
} from '../../policy/register/plan-line-undo.ts';
import type { Trx } from '../../store/database.ts';
import type { ErasedTemplates } from '../../store/erase-templates.ts';
import { findTiedPupils } from '../../store/find-tied-pupils.ts';
import { keepBatchPupils } from '../../store/keep-batch-pupils.ts';
import { recordAudit } from '../../store/record-audit.ts';
import { settleTemplates } from './change-register.ts';
import { findRecordedSince } from './find-recorded-since.ts';
import { readImportLines, readKnownPupils, type KeptLine } from './import-store.ts';
import type { RegisterParts } from './parts.ts';
import type { ImportUndo, ImportUndoRun } from './undo-outcome.ts';

interface Planned extends LineUndo {
  readonly line: KeptLine;
  readonly pupil: PupilToday | undefined;
}

/** How each line that did something would be undone today. */
async function planLines(trx: Trx, lines: readonly KeptLine[], since: string, today: string): Promise<Planned[]> {
  const { pupils, versions } = await readKnownPupils(trx);
  const known = new Map(pupils.map((pupil) => [pupil.id, pupil]));
  const added = lines.filter(({ change }) => change === 'add').map(({ pupilId }) => pupilId!);
  const tied = await findTiedPupils(trx, added, since);
  const recorded = await findRecordedSince(trx, since, today);
  const owners = new Map(pupils.map(({ id, schoolNumber }) => [schoolNumber.toLowerCase(), id]));
  return lines.map((line) => {
    const { id, ...details } = known.get(line.pupilId!) ?? { id: undefined };
    const pupil =
      id === undefined
        ? undefined
        : ({
            id,
            ...details,
            version: versions.get(id)!,
            isTied: tied.has(id),
            isRecordedSince: recorded.has(id),
          } as PupilToday);
    const isTaken = (number: string): boolean => {
      const owner = owners.get(number.toLowerCase());
      return owner !== undefined && owner !== id;
    };
    const context = { dayBefore: addDays(today, -1), isTaken };
    const { change, before, after, versionAfter } = line;
    return { line, pupil, ...planLineUndo({ change, before, after, versionAfter } as AppliedLine, pupil, context) };
  });
}

async function restore(trx: Trx, planned: readonly Planned[], now: string): Promise<void> {
  for (const { line, pupil, restore: details, kept } of planned) {
    if (pupil === undefined || Object.keys(details).length === 0) continue;
    const { otherNames, ...rest } = details;
    const version = pupil.version + 1;
    await trx
      .updateTable('pupils')
      .set({ ...rest, ...(otherNames && { otherNamesJson: JSON.stringify(otherNames) }), updatedAt: now, version })
      .where('id', '=', pupil.id)
      .execute();
    if (kept.length > 0 || pupil.version !== line.versionAfter || line.versionBefore === null) continue;
    // The pupil is again as an earlier import left them, which can therefore be undone in its turn.
    await trx
      .updateTable('importLines')
      .set({ versionAfter: version })
      .where('pupilId', '=', pupil.id)
      .where('versionAfter', '=', line.versionBefore)
      .execute();
  }
}

/**
 * Whom the list had taken out of their class or year was on no roll of it meanwhile, and nobody looked for them. They are
 * put on the rolls of the batches opened since, so that what was released of those is asked about again.
 */
async function mendRolls(trx: Trx, planned: readonly Planned[], since: string): Promise<void> {
  const moved = planned.flatMap(({ pupil, restore: { className, yearGroup } }) =>
    pupil === undefined || (className === undefined && yearGroup === undefined) ? [] : [pupil.id],
  );
  if (moved.length === 0) return;
  const batches = await trx
    .selectFrom('batches')
    .select('id')
    .where('createdAt', '>=', since)
    .where('wholeSchool', '=', 0)
    .execute();
  for (const { id } of batches) await keepBatchPupils(trx, id, moved);
}

/** One event for each pupil whose last day changes, and the end of templates that are no longer permitted. */
async function recordDays(trx: Trx, parts: RegisterParts, actor: string, planned: readonly Planned[]) {
  const files: ErasedTemplates['files'][number][] = [];
  let templates = 0;
  for (const { pupil, restore: details } of planned) {
    if (pupil === undefined || details.leftOn === undefined) continue;
    const subject = { kind: 'pupil', id: pupil.id } as const;
    const detail = { leftOn: details.leftOn };
    await recordAudit(trx, parts.clock, { actor, action: 'pupil/left', subject, detail });
    const erased = await settleTemplates(trx, parts.clock, pupil.id, actor);
    files.push(...erased.files);
    templates += erased.templates;
  }
  return { templates, files };
}

/**
 * Undo an applied pupil list: details go back where nobody has changed them since, pupils whom it added go away where
 * nothing hangs on them and stay where something does.
 */
export async function undoPupilImport(trx: Trx, parts: RegisterParts, run: ImportUndoRun): Promise<ImportUndo> {
  const today = isoToday(parts.clock);
  const all = await readImportLines(trx, run.importId, {});
  const lines = all.filter(({ versionAfter }) => versionAfter !== null);
  const planned = await planLines(trx, lines, run.appliedAt, today);
  for (const { pupil, outcome } of planned) {
    if (outcome === 'removed') await trx.deleteFrom('pupils').where('id', '=', pupil!.id).execute();
  }
  await restore(trx, planned, isoNow(parts.clock));
  await mendRolls(trx, planned, run.appliedAt);
  const erased = await recordDays(trx, parts, run.actor, planned);
  const days = planned.flatMap(({ restore: { leftOn } }) =>
    leftOn == null || leftOn < today ? [] : [addDays(leftOn, 1)],
  );
  return {
    lines: planned.map(({ line, outcome, kept }) => ({ place: line.place, outcome, kept })),
    ...{ answers: 0, instead: 0, erased, portraits: [], effectiveDays: days },
  };
}
