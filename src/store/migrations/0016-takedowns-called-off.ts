import type { Migration } from './migration.ts';
import { runStatements, statementsOf } from './run-statements.ts';

/** A takedown that turned out not to be needed. SQLite cannot change a check, so the table is made anew. */
export const takedownsCalledOffMigration: Migration = {
  number: 16,
  name: 'takedowns-called-off',
  up: (trx) => runStatements(trx, statementsOf(statements)),
};

const statements = `
create table takedowns_widened (
  id text primary key,
  release_id text not null references releases (id),
  cause text not null check (cause in
    ('withdrawn', 'expired', 'left', 'restricted', 'objected', 'replay', 'channel-closed', 'erasure', 'asked')),
  pupil_id text references pupils (id) on delete set null,
  owner_id text not null references accounts (id),
  due_on text not null,
  created_at text not null,
  done_at text,
  done_by text references accounts (id),
  outcome text check (outcome in ('removed', 'never-posted', 'cannot-be-removed', 'called-off')),
  outcome_note text
) strict;
insert into takedowns_widened
  (id, release_id, cause, pupil_id, owner_id, due_on, created_at, done_at, done_by, outcome, outcome_note)
  select id, release_id, cause, pupil_id, owner_id, due_on, created_at, done_at, done_by, outcome, outcome_note
  from takedowns;
drop table takedowns;
alter table takedowns_widened rename to takedowns;
create unique index takedowns_open on takedowns (release_id) where done_at is null;
create index takedowns_by_owner on takedowns (owner_id, done_at);
create index takedowns_by_release on takedowns (release_id);
create index takedowns_by_due on takedowns (done_at, due_on)
`;
