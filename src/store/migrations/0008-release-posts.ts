import type { Migration } from './migration.ts';
import { runStatements, statementsOf } from './run-statements.ts';

/** Several posts of one release, pictures a person must look at again, and hashes that survive a crop. */
export const releasePostsMigration: Migration = {
  number: 8,
  name: 'release-posts',
  up: (trx) => runStatements(trx, statementsOf(statements)),
};

const statements = `
alter table releases add column crop_hashes_json text not null default '[]';
create table release_posts (
  id text primary key,
  release_id text not null references releases (id) on delete cascade,
  url text not null,
  posted_on text not null,
  recorded_at text not null,
  recorded_by text not null references accounts (id)
) strict;
create index release_posts_by_release on release_posts (release_id);
create table release_looks (
  id text primary key,
  release_id text not null references releases (id) on delete cascade,
  pupil_id text not null references pupils (id) on delete cascade,
  cause text not null,
  due_on text not null,
  created_at text not null,
  answer text check (answer in ('here', 'not-here', 'cannot-tell')),
  answered_at text,
  answered_by text references accounts (id)
) strict;
create unique index release_looks_open on release_looks (release_id, pupil_id) where answered_at is null;
create index release_looks_by_pupil on release_looks (pupil_id);
create index takedowns_by_release on takedowns (release_id);
create index takedowns_by_due on takedowns (done_at, due_on)
`;
