import type { Migration } from './migration.ts';
import { runStatements, statementsOf } from './run-statements.ts';

/** What left the school, on whose consent, and what must come back. */
export const releasesMigration: Migration = {
  number: 5,
  name: 'releases',
  up: (trx) => runStatements(trx, statementsOf(statements)),
};

const statements = `
create table releases (
  id text primary key,
  photo_id text references photos (id) on delete set null,
  batch_id text references batches (id) on delete set null,
  channel_id text not null references channels (id),
  file_id text references files (id),
  file_name text not null,
  sha256 text not null,
  bytes integer not null,
  width integer not null,
  height integer not null,
  perceptual_hash text not null,
  caption text not null,
  alt_text text not null,
  approved_by text references accounts (id),
  decision_id text,
  verdict_id text,
  policy_version_id text not null references policy_versions (id),
  released_by text not null references accounts (id),
  released_at text not null,
  posted_at text,
  posted_url text,
  posted_by text references accounts (id),
  taken_down_at text,
  unique (photo_id, channel_id, sha256)
) strict;
create index releases_by_channel on releases (channel_id, released_at);
create index releases_by_batch on releases (batch_id);
create table release_consents (
  release_id text not null references releases (id) on delete cascade,
  pupil_id text not null references pupils (id) on delete cascade,
  consent_id text references consents (id) on delete cascade,
  how text not null check (how in ('matched', 'line-up', 'named', 'roll')),
  primary key (release_id, pupil_id)
) strict;
create index release_consents_by_pupil on release_consents (pupil_id);
create table takedowns (
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
  outcome text check (outcome in ('removed', 'never-posted', 'cannot-be-removed')),
  outcome_note text
) strict;
create unique index takedowns_open on takedowns (release_id) where done_at is null;
create index takedowns_by_owner on takedowns (owner_id, done_at);
create table webhooks (
  id text primary key,
  url text not null,
  sealed_secret blob not null,
  events_json text not null,
  created_at text not null,
  created_by text not null references accounts (id),
  disabled_at text
) strict;
create table webhook_deliveries (
  id text primary key,
  webhook_id text not null references webhooks (id) on delete cascade,
  event text not null,
  payload_json text not null,
  state text not null check (state in ('waiting', 'delivered', 'given-up')),
  attempts integer not null default 0,
  last_status integer,
  created_at text not null,
  last_attempt_at text,
  delivered_at text
) strict;
create index webhook_deliveries_by_webhook on webhook_deliveries (webhook_id, created_at)
`;
