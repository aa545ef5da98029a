import { isoNow, isoToday } from '../../lib/clock.ts';
import { newId } from '../../lib/new-id.ts';
import { addDays } from '../../lib/school-day.ts';
import { noEnd } from '../../policy/register/consents-from-record.ts';
import type { PlannedAnswer } from '../../policy/register/compare-consent-list.ts';
import type { Trx } from '../../store/database.ts';
import type { ImportOutcome } from './import-outcome.ts';
import type { PlannedLine } from './import-store.ts';
import type { RegisterParts } from './parts.ts';
import { lookAgainAt } from './retract-answers.ts';

const rowsPerStatement = 500;

/** Keep what a list says that is on record already, beside the answer that it repeats. */
async function insertSaidAgain(
  trx: Trx,
  importId: string,
  said: readonly (PlannedAnswer & { readonly id: string; readonly pupilId: string })[],
): Promise<void> {
  const rows = said.flatMap(({ id, pupilId, repeats, channelId, validFrom, givenBy }) =>
    repeats === null ? [] : [{ id, pupilId, consentId: repeats, importId, channelId, validFrom, givenBy }],
  );
  for (let at = 0; at < rows.length; at += rowsPerStatement) {
    await trx
      .insertInto('answersSaidAgain')
      .values(rows.slice(at, at + rowsPerStatement))
      .execute();
  }
}

/** Record the answers of a list. What was recorded before stays. */
export async function writeConsentImport(
  trx: Trx,
  { clock }: RegisterParts,
  run: { readonly actor: string; readonly importId: string; readonly lines: readonly PlannedLine[] },
): Promise<ImportOutcome> {
  const [recordedAt, today] = [isoNow(clock), isoToday(clock)];
  const said = run.lines.flatMap(({ pupilId, answers = [] }) =>
    answers.map((answer) => ({ ...answer, id: newId(), pupilId: pupilId! })),
  );
  await insertSaidAgain(trx, run.importId, said);
  const added = said.filter(({ repeats }) => repeats === null);
  const rows = added.map(({ id, pupilId, channelId, answer, validFrom, validUntil, givenBy }) => ({
    ...{ id, pupilId, channelId, answer, validFrom, validUntil: validUntil ?? noEnd, givenBy },
    ...{ basis: 'consent' as const, guardianId: null, method: 'import' },
    ...{ evidenceReference: null, evidenceFileId: null },
    ...{ recordedAt, recordedBy: run.actor, importId: run.importId },
  }));
  for (let at = 0; at < rows.length; at += rowsPerStatement) {
    await trx
      .insertInto('consents')
      .values(rows.slice(at, at + rowsPerStatement))
      .execute();
  }
  const again = await lookAgainAt(trx, [...new Set(rows.map(({ pupilId }) => pupilId))]);
  const days = [...rows, ...again].flatMap(({ validFrom, validUntil }) => [
    validFrom,
    ...(validUntil === noEnd ? [] : [addDays(validUntil, 1)]),
  ]);
  return {
    erased: { templates: 0, files: [] },
    effectiveDays: days.filter((day) => day > today),
    counts: { pupils: run.lines.length, answers: rows.length, saidAgain: said.length - rows.length },
    changesRegister: rows.length > 0,
  };
}
