import type { Migration } from './migration.ts';
import { runStatements, statementsOf } from './run-statements.ts';

/** Scanned forms and letters, which answers, permissions and now objections may rest on. */
export const pupilDocumentsMigration: Migration = {
  number: 11,
  name: 'pupil-documents',
  up: (trx) => runStatements(trx, statementsOf(statements)),
};

const statements = `
create table pupil_documents (
  id text primary key,
  pupil_id text not null references pupils (id) on delete cascade,
  file_id text not null references files (id),
  media_type text not null check (media_type in ('application/pdf', 'image/jpeg', 'image/png')),
  file_name text not null,
  added_at text not null,
  added_by text not null references accounts (id)
) strict;
create index pupil_documents_by_pupil on pupil_documents (pupil_id);
create index pupil_documents_by_file on pupil_documents (file_id);
alter table pupil_objections add column evidence_file_id text references files (id)
`;
