import type { UploadedFile } from '../../http/route.ts';
import { isoToday } from '../../lib/clock.ts';
import { compareConsentList, type PlannedAnswer } from '../../policy/register/compare-consent-list.ts';
import { readConsentList, type ConsentListDefaults } from '../../policy/register/read-consent-list.ts';
import { countChanges } from './check-pupil-import.ts';
import { readKnownAnswers, readKnownPupils, type Change, type Warning } from './import-store.ts';
import { insertDryRun } from './insert-dry-run.ts';
import type { RegisterParts } from './parts.ts';
import { readListFile } from './read-list-file.ts';

export interface ConsentImportChoices extends ConsentListDefaults {
  readonly mapping: Readonly<Record<string, string>>;
}

function warningsOf(answers: readonly PlannedAnswer[], { add, problem }: Readonly<Record<Change, number>>): Warning[] {
  return [
    ...(add + problem === 0 && answers.length > 0 ? (['all-said-again'] as const) : []),
    ...(add + problem === 0 && answers.length === 0 ? (['nothing-changes'] as const) : []),
    ...(answers.some(({ ends }) => ends !== null) ? (['ends-refusals'] as const) : []),
  ];
}

/**
 * Read a list of answers, a line a pupil and a column a channel, and keep what it would record, without recording
 * anything. Throws `import-has-problems` when it is no such list; problems of single lines are part of the answer, and
 * keep it from being applied.
 */
export async function checkConsentImport(
  parts: RegisterParts,
  actor: string,
  upload: UploadedFile,
  { mapping: wanted, ...defaults }: ConsentImportChoices,
) {
  const { database, clock } = parts;
  const { bytes, text } = await readListFile(upload);
  const channels = await database.selectFrom('channels').select(['id', 'name']).where('state', '=', 'open').execute();
  const { lines, mapping, unusedHeadings } = readConsentList(text, channels, defaults, wanted);
  const { pupils } = await readKnownPupils(database);
  const { answers, basis } = await readKnownAnswers(database);
  const planned = compareConsentList(lines, pupils, answers, isoToday(clock));
  const counts = countChanges(planned);
  const answered = planned.flatMap(({ answers }) => answers);
  const saidAgain = answered.filter(({ repeats }) => repeats !== null).length;
  const warnings = warningsOf(answered, counts);
  const summary = { counts, unusedHeadings: unusedHeadings.slice(0, 100), warnings, saidAgain, basis };
  return await insertDryRun(parts, { kind: 'consents-csv', actor, upload, bytes, mapping, summary, planned });
}
