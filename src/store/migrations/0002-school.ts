import type { Migration } from './migration.ts';
import { runStatements, statementsOf } from './run-statements.ts';

/** The school, its policy, its channels and who answers for each. */
export const schoolMigration: Migration = {
  number: 2,
  name: 'school',
  up: (trx) => runStatements(trx, statementsOf(statements)),
};

const statements = `
create table school (
  id integer primary key check (id = 1),
  name text not null,
  urn text,
  address text,
  website_url text,
  policy_url text,
  data_protection_contact text,
  safeguarding_contact text,
  complaints_contact text,
  language text not null default 'en',
  created_at text not null,
  updated_at text not null
) strict;
create table policy_versions (
  id text primary key,
  number integer not null unique,
  policy_json text not null,
  handling_json text not null,
  reason text not null,
  created_at text not null,
  created_by text references accounts (id)
) strict;
create table dpia_sign_offs (
  id text primary key,
  signed_by_name text not null,
  signed_by_position text not null,
  signed_on text not null,
  review_on text not null,
  document_reference text not null,
  officer_consulted text not null,
  officer_advice text not null,
  recorded_at text not null,
  recorded_by text not null references accounts (id),
  withdrawn_at text,
  withdrawn_by text references accounts (id),
  withdrawal_reason text
) strict;
create table school_devices (
  id text primary key,
  make text not null,
  model text not null,
  serial text,
  label text not null,
  added_at text not null,
  added_by text references accounts (id),
  retired_at text
) strict;
create table channels (
  id text primary key,
  name text not null unique,
  kind text not null,
  audience text not null check (audience in ('public', 'closed')),
  profile text not null check (profile in ('strict', 'standard')),
  max_long_edge_px integer not null check (max_long_edge_px between 320 and 8000),
  names_allowed integer not null check (names_allowed in (0, 1)),
  no_record_means text not null check (no_record_means in ('refused', 'permitted')),
  state text not null check (state in ('applied', 'open', 'refused', 'closed')),
  aim text not null,
  intended_audience text not null,
  promotion text not null,
  audience_reason text not null,
  policy_url text not null,
  account_url text,
  applied_at text not null,
  applied_by text not null references accounts (id),
  review_on text,
  closed_at text,
  closed_by text references accounts (id),
  closing_reason text
) strict;
create table channel_staff (
  id text primary key,
  channel_id text not null references channels (id),
  account_id text not null references accounts (id),
  named_at text not null,
  named_by text not null references accounts (id),
  left_at text,
  handed_over_to text references accounts (id),
  left_recorded_by text references accounts (id)
) strict;
create unique index channel_staff_now on channel_staff (channel_id, account_id) where left_at is null;
create table channel_reviews (
  id text primary key,
  channel_id text not null references channels (id),
  outcome text not null check (outcome in ('approved', 'refused', 'kept-open')),
  leader_name text not null,
  leader_position text not null,
  note text not null,
  next_review_on text,
  recorded_at text not null,
  recorded_by text not null references accounts (id)
) strict;
create index channel_reviews_by_channel on channel_reviews (channel_id)
`;
