import { createHash } from 'node:crypto';
import type { Selectable } from 'kysely';
import { AppError } from '../../lib/app-error.ts';
import type { KnownPupil, PlannedChange } from '../../policy/register/compare-pupil-list.ts';
import type { PlannedAnswer } from '../../policy/register/compare-consent-list.ts';
import type { KnownAnswer } from '../../policy/register/find-said-before.ts';
import type { UndoOutcome } from '../../policy/register/plan-line-undo.ts';
import type { Database, Queryable, Trx } from '../../store/database.ts';
import type { ImportRow } from '../../store/tables/register-tables.ts';
import { openChannelIds } from './store.ts';

export type Change = PlannedChange['change'];
export type Warning = 'many-leavers' | 'nothing-changes' | 'all-said-again' | 'ends-refusals' | 'takes-back';

/** What is kept of an import beside its lines. */
export interface ImportSummary {
  readonly counts: Readonly<Record<Change, number>>;
  readonly unusedHeadings: readonly string[];
  readonly warnings: readonly Warning[];
  /** Answers that are on record already and are kept as said again. Unknown of lists from before that was done. */
  readonly saidAgain?: number;
  /** The pupils as they were when the dry run was made, as a digest. */
  readonly basis: string;
}

/** All pupils, leavers too, with the version that each change counts up, and a digest that changes with any of them. */
export async function readKnownPupils(database: Queryable): Promise<{
  readonly pupils: readonly KnownPupil[];
  readonly versions: ReadonlyMap<string, number>;
  readonly basis: string;
}> {
  const rows = await database.selectFrom('pupils').selectAll().orderBy('id').execute();
  const digest = createHash('sha256');
  for (const { id, version } of rows) digest.update(`${id} ${version}\n`);
  const pupils = rows.map((row) => ({
    ...{ id: row.id, schoolNumber: row.schoolNumber, firstName: row.firstName, lastName: row.lastName },
    ...{ preferredName: row.preferredName, className: row.className, yearGroup: row.yearGroup },
    ...{ dateOfBirth: row.dateOfBirth, leftOn: row.leftOn, otherNames: JSON.parse(row.otherNamesJson) as string[] },
  }));
  const versions = new Map(rows.map(({ id, version }) => [id, version]));
  return { pupils, versions, basis: digest.digest('hex') };
}

/** The answers on record in the order recorded, and a digest that changes with pupils, answers and open channels. */
export async function readKnownAnswers(
  database: Queryable,
): Promise<{ readonly answers: readonly KnownAnswer[]; readonly basis: string }> {
  const { basis } = await readKnownPupils(database);
  const answers = await readStandingAnswers(database);
  const channels = await openChannelIds(database);
  const digest = createHash('sha256').update(`${basis} ${channels.join()}`);
  for (const { id } of answers) digest.update(id);
  return { answers, basis: digest.digest('hex') };
}

/** The answers on record that count, of these pupils or of everybody, in the order recorded. */
export async function readStandingAnswers(
  database: Queryable,
  pupilIds?: readonly string[],
): Promise<readonly KnownAnswer[]> {
  return await database
    .selectFrom('consents')
    .select(['id', 'pupilId', 'channelId', 'answer', 'validFrom', 'validUntil', 'guardianId', 'givenBy', 'recordedAt'])
    .where('retractedAt', 'is', null)
    .$if(pupilIds !== undefined, (query) => query.where('pupilId', 'in', [...pupilIds!]))
    .orderBy('id')
    .execute();
}

/** The kinds of import that people look at. */
const shownKinds = ['pupils-csv', 'consents-csv', 'portraits-zip'] as const;

/** An import by id. Throws `not-found`. */
export async function getImport(database: Queryable, id: string) {
  const row = await database
    .selectFrom('imports')
    .selectAll()
    .where('id', '=', id)
    .where('kind', 'in', [...shownKinds])
    .executeTakeFirst();
  if (row === undefined) throw new AppError('not-found');
  return row;
}

/** An import as the contract tells it. */
export function describeImport(row: Selectable<ImportRow>) {
  const { counts, unusedHeadings, warnings, saidAgain = 0 } = JSON.parse(row.summaryJson) as ImportSummary;
  return {
    id: row.id,
    kind: row.kind as (typeof shownKinds)[number],
    state: row.undoneAt === null ? row.state : ('undone' as const),
    fileName: row.fileName,
    counts: { ...counts },
    saidAgain,
    mapping: JSON.parse(row.mappingJson) as Record<string, string>,
    unusedHeadings: [...unusedHeadings],
    warnings: [...warnings],
    createdAt: row.createdAt,
    appliedAt: row.appliedAt,
    undoneAt: row.undoneAt,
  };
}

/** One page of imports, the newest first. */
export async function listImports(database: Database, { after, limit }: { after?: string | undefined; limit: number }) {
  const rows = await database
    .selectFrom('imports')
    .selectAll()
    .where('kind', 'in', [...shownKinds])
    .$if(after !== undefined, (query) => query.where('id', '<', after!))
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute();
  const page = rows.slice(0, limit);
  return { items: page.map(describeImport), next: rows.length > limit ? page.at(-1)!.id : null };
}

/** A line of any import; `answers` where it is a list of answers. */
export interface PlannedLine extends PlannedChange {
  readonly answers?: readonly PlannedAnswer[] | undefined;
}

type StoredLine = Pick<PlannedLine, 'line' | 'after' | 'changed' | 'answers'>;

const linesPerStatement = 500;

/**
 * Write what would change. Lines that change nothing are only counted, unless they say again what is on record. Missing
 * pupils come after the last line.
 */
export async function insertImportLines(trx: Trx, importId: string, planned: readonly PlannedLine[]): Promise<void> {
  const last = planned.reduce((most, { line }) => Math.max(most, line ?? 0), 0);
  const rows = planned
    .filter(({ change, answers = [] }) => change !== 'same' || answers.length > 0)
    .map(({ line, change, pupilId, after, changed, answers, problems }, index) => ({
      importId,
      line: line ?? last + 1 + index,
      change,
      pupilId,
      rowJson: JSON.stringify({ line, after, changed, answers } satisfies StoredLine),
      problemsJson: JSON.stringify(problems),
    }));
  for (let at = 0; at < rows.length; at += linesPerStatement) {
    await trx
      .insertInto('importLines')
      .values(rows.slice(at, at + linesPerStatement))
      .execute();
  }
}

/**
 * A line as it is kept, with the pupil on record whom it is about. `before`, the details it changed as they were, and the
 * pupil's versions are null until it is applied, `undone` until it is undone.
 */
export interface KeptLine extends PlannedLine {
  readonly place: number;
  readonly pupil: { readonly schoolNumber: string; readonly firstName: string; readonly lastName: string } | null;
  readonly before: Partial<Omit<KnownPupil, 'id'>> | null;
  readonly versionBefore: number | null;
  readonly versionAfter: number | null;
  readonly undone: { readonly outcome: UndoOutcome; readonly kept: readonly string[] } | null;
}

/**
 * Lines in the order of the file. `after` is the last line's place; undefined reads from the first. Without `change`, all
 * that change something.
 */
export async function readImportLines(
  database: Queryable,
  importId: string,
  { after, limit, change }: { after?: string | undefined; limit?: number; change?: Change | undefined },
): Promise<readonly KeptLine[]> {
  const place = Number(after ?? '-1');
  if (!Number.isSafeInteger(place)) {
    throw new AppError('invalid-input', { fields: [{ path: 'after', message: 'must be `next` of the page before' }] });
  }
  const rows = await database
    .selectFrom('importLines')
    .leftJoin('pupils', 'pupils.id', 'importLines.pupilId')
    .selectAll('importLines')
    .select(['schoolNumber', 'firstName', 'lastName'])
    .where('importId', '=', importId)
    .where('line', '>', place)
    .where((where) => (change === undefined ? where('change', '<>', 'same') : where('change', '=', change)))
    .orderBy('line')
    .$if(limit !== undefined, (query) => query.limit(limit!))
    .execute();
  return rows.map((row) => ({
    ...(JSON.parse(row.rowJson) as StoredLine),
    place: row.line,
    change: row.change,
    pupilId: row.pupilId,
    pupil: pupilOf(row),
    problems: JSON.parse(row.problemsJson) as string[],
    before: row.beforeJson === null ? null : (JSON.parse(row.beforeJson) as KeptLine['before']),
    versionBefore: row.versionBefore,
    versionAfter: row.versionAfter,
    undone: row.undoneJson === null ? null : (JSON.parse(row.undoneJson) as KeptLine['undone']),
  }));
}

function pupilOf(row: { readonly [Name in keyof NonNullable<KeptLine['pupil']>]: string | null }): KeptLine['pupil'] {
  const { schoolNumber, firstName, lastName } = row;
  return schoolNumber === null || firstName === null || lastName === null
    ? null
    : { schoolNumber, firstName, lastName };
}
