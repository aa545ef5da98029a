import type { Migration } from './migration.ts';
import { runStatements, statementsOf } from './run-statements.ts';

/** Retention erases leavers by itself: then nobody asked. */
export const erasuresByItselfMigration: Migration = {
  number: 9,
  name: 'erasures-by-itself',
  up: (trx) => runStatements(trx, statementsOf(statements)),
};

const statements = `
alter table erasures rename to erasures_before;
create table erasures (
  id text primary key,
  pupil_id text not null,
  asked_at text not null,
  asked_by text references accounts (id),
  finished_at text,
  proof_json text not null
) strict;
insert into erasures select id, pupil_id, asked_at, asked_by, finished_at, proof_json from erasures_before;
drop table erasures_before
`;
