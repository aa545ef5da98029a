import type { Migration } from './migration.ts';
import { runStatements, statementsOf } from './run-statements.ts';

/**
 * What an import changed, so that the whole of it can be taken back: for each line what was there before, which version
 * of the pupil it made of which, and what undoing it came to. Imports applied before this step remember nothing.
 */
export const importsUndoneMigration: Migration = {
  number: 19,
  name: 'imports-undone',
  up: (trx) => runStatements(trx, statementsOf(statements)),
};

const statements = `
alter table imports add column undone_at text;
alter table imports add column undone_by text references accounts (id);
alter table imports add column undone_json text;
alter table import_lines add column before_json text;
alter table import_lines add column version_before integer;
alter table import_lines add column version_after integer;
alter table import_lines add column undone_json text;
create index import_lines_by_pupil on import_lines (pupil_id)
`;
