import type { Migration } from './migration.ts';
import { runStatements, statementsOf } from './run-statements.ts';

/** Disclosures go to people outside, too, and may be about a quarantined photo. Nothing wrote the table before. */
export const disclosuresMigration: Migration = {
  number: 10,
  name: 'disclosures',
  up: (trx) => runStatements(trx, [...statementsOf(statements), neverRewritten]),
};

const statements = `
drop table disclosures;
create table disclosures (
  id text primary key,
  pupil_id text references pupils (id) on delete cascade,
  restriction_id text,
  photo_id text,
  to_kind text not null check (to_kind in ('police', 'local-authority', 'parent', 'governors', 'staff', 'other')),
  sealed_note blob not null,
  disclosed_on text not null,
  recorded_at text not null,
  recorded_by text not null references accounts (id),
  check ((restriction_id is null) <> (photo_id is null))
) strict;
create index disclosures_by_pupil on disclosures (pupil_id)
`;

/** A photo or restriction may be gone, what was said about it was said. Erasing a pupil still deletes what is theirs. */
const neverRewritten = `create trigger disclosures_keep_history
  before update on disclosures begin select raise(abort, 'disclosures are never rewritten'); end`;
