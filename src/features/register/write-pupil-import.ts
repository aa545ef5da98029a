import type { Updateable } from 'kysely';
import { isoNow, isoToday } from '../../lib/clock.ts';
import { newId } from '../../lib/new-id.ts';
import { addDays } from '../../lib/school-day.ts';
import type { KnownPupil } from '../../policy/register/compare-pupil-list.ts';
import type { Trx } from '../../store/database.ts';
import type { ErasedTemplates } from '../../store/erase-templates.ts';
import { recordAudit } from '../../store/record-audit.ts';
import type { ImportLineRow } from '../../store/tables/register-tables.ts';
import type { ImportOutcome } from './import-outcome.ts';
import { settleTemplates } from './change-register.ts';
import { readKnownPupils, type KeptLine } from './import-store.ts';
import type { RegisterParts } from './parts.ts';

const rowsPerStatement = 500;

type Details = Omit<KnownPupil, 'id'>;
type Line = KeptLine;

function columnsOf({ otherNames, ...rest }: Details) {
  return { ...rest, otherNamesJson: JSON.stringify(otherNames) };
}

/** Returns the new pupils' ids, in the order of the lines. */
async function addPupils(trx: Trx, lines: readonly Line[], now: string): Promise<readonly string[]> {
  const rows = lines.map(({ after }) => ({ id: newId(), ...columnsOf(after!), createdAt: now, updatedAt: now }));
  for (let at = 0; at < rows.length; at += rowsPerStatement) {
    await trx
      .insertInto('pupils')
      .values(rows.slice(at, at + rowsPerStatement))
      .execute();
  }
  return rows.map(({ id }) => id);
}

/** Keep with each line what undoing it needs: whom it added, or what it is about to change. */
async function rememberBefore(
  trx: Trx,
  importId: string,
  {
    added,
    ids,
    changed,
  }: { readonly added: readonly Line[]; readonly ids: readonly string[]; readonly changed: readonly Line[] },
): Promise<void> {
  const { pupils, versions } = await readKnownPupils(trx);
  const known = new Map(pupils.map((pupil) => [pupil.id, pupil]));
  const keep = async (place: number, values: Updateable<ImportLineRow>): Promise<void> => {
    await trx
      .updateTable('importLines')
      .set(values)
      .where('importId', '=', importId)
      .where('line', '=', place)
      .execute();
  };
  for (const [at, { place }] of added.entries()) {
    await keep(place, { pupilId: ids[at]!, beforeJson: '{}', versionAfter: 1 });
  }
  for (const { place, pupilId, changed: fields } of changed) {
    const before = Object.fromEntries(Object.entries(known.get(pupilId!)!).filter(([field]) => fields.includes(field)));
    const version = versions.get(pupilId!)!;
    await keep(place, { beforeJson: JSON.stringify(before), versionBefore: version, versionAfter: version + 1 });
  }
}

async function changePupils(trx: Trx, lines: readonly Line[], now: string): Promise<void> {
  for (const { pupilId, after } of lines) {
    await trx
      .updateTable('pupils')
      .set((of) => ({ ...columnsOf(after!), updatedAt: now, version: of('version', '+', 1) }))
      .where('id', '=', pupilId!)
      .execute();
  }
}

/** One event for each leaver, and the end of their templates. */
async function recordLeavers(trx: Trx, parts: RegisterParts, actor: string, lines: readonly Line[]) {
  const files: ErasedTemplates['files'][number][] = [];
  let templates = 0;
  for (const { pupilId, after } of lines) {
    const subject = { kind: 'pupil', id: pupilId! } as const;
    const detail = { leftOn: after!.leftOn };
    await recordAudit(trx, parts.clock, { actor, action: 'pupil/left', subject, detail });
    const erased = await settleTemplates(trx, parts.clock, pupilId!, actor);
    files.push(...erased.files);
    templates += erased.templates;
  }
  return { templates, files };
}

/** Add, change and part with pupils as the lines of a list say. */
export async function writePupilImport(
  trx: Trx,
  parts: RegisterParts,
  { actor, importId, lines }: { readonly actor: string; readonly importId: string; readonly lines: readonly Line[] },
): Promise<ImportOutcome> {
  const [now, today] = [isoNow(parts.clock), isoToday(parts.clock)];
  const of = (change: Line['change']): Line[] => lines.filter((line) => line.change === change);
  const changed = [...of('change'), ...of('leaver')];
  const ids = await addPupils(trx, of('add'), now);
  await rememberBefore(trx, importId, { added: of('add'), ids, changed });
  await changePupils(trx, changed, now);
  const erased = await recordLeavers(trx, parts, actor, of('leaver'));
  const leaving = lines.flatMap(({ after }) =>
    after?.leftOn != null && after.leftOn >= today ? [addDays(after.leftOn, 1)] : [],
  );
  const counts = { add: of('add').length, change: of('change').length, leaver: of('leaver').length };
  return { erased, effectiveDays: leaving, counts, changesRegister: changed.length + ids.length > 0 };
}
