import type { Migration } from './migration.ts';
import { runStatements, statementsOf } from './run-statements.ts';

/** Background jobs, the audit log, and what retention, erasure and backup did. */
export const operationsMigration: Migration = {
  number: 6,
  name: 'operations',
  up: (trx) => runStatements(trx, [...statementsOf(statements), ...appendOnly]),
};

const statements = `
create table jobs (
  id text primary key,
  kind text not null,
  payload_json text not null,
  dedupe_key text,
  state text not null check (state in ('waiting', 'running', 'done', 'failed')),
  priority integer not null,
  run_after text not null,
  attempts integer not null default 0,
  max_attempts integer not null,
  lease_token text,
  leased_until text,
  last_error_code text,
  created_at text not null,
  finished_at text
) strict;
create index jobs_to_claim on jobs (state, run_after);
create unique index jobs_one_open on jobs (dedupe_key) where state in ('waiting', 'running');
create table audit_events (
  seq integer primary key,
  at text not null,
  actor text not null,
  action text not null,
  subject_kind text not null,
  subject_id text not null,
  detail_json text not null,
  previous_hash text not null,
  hash text not null unique
) strict;
create index audit_events_by_subject on audit_events (subject_kind, subject_id);
create table retention_runs (
  id text primary key,
  dry_run integer not null check (dry_run in (0, 1)),
  started_at text not null,
  finished_at text,
  started_by text references accounts (id),
  summary_json text not null
) strict;
create table erasures (
  id text primary key,
  pupil_id text not null,
  asked_at text not null,
  asked_by text not null references accounts (id),
  finished_at text,
  proof_json text not null
) strict;
create table backups (
  id text primary key,
  file_name text not null,
  bytes integer not null,
  sha256 text not null,
  audit_head text not null,
  made_at text not null,
  verified_at text
) strict;
`;

const appendOnly = [
  `create trigger audit_events_never_change before update on audit_events
   begin select raise(abort, 'the audit log is append-only'); end`,
  `create trigger audit_events_never_vanish before delete on audit_events
   begin select raise(abort, 'the audit log is append-only'); end`,
];
