import type { Migration } from './migration.ts';
import { runStatements, statementsOf } from './run-statements.ts';

/** People who sign in, how they prove who they are, and the files every other table points at. */
export const accountsMigration: Migration = {
  number: 1,
  name: 'accounts',
  up: (trx) => runStatements(trx, statementsOf(statements)),
};

const statements = `
create table accounts (
  id text primary key,
  email text not null unique check (email = lower(email)),
  display_name text not null,
  password_hash text,
  state text not null check (state in ('invited', 'active', 'closed')),
  language text not null default 'en',
  created_at text not null,
  last_sign_in_at text,
  closed_at text
) strict;
create table account_roles (
  account_id text not null references accounts (id) on delete cascade,
  role text not null check (role in ('staff', 'office', 'moderator', 'dsl', 'admin')),
  granted_at text not null,
  granted_by text references accounts (id),
  primary key (account_id, role)
) strict;
create table invitations (
  id text primary key,
  kind text not null check (kind in ('set-up', 'invitation', 'password-reset')),
  token_hash text not null unique,
  email text,
  display_name text,
  roles_json text not null,
  account_id text references accounts (id) on delete cascade,
  created_at text not null,
  created_by text references accounts (id),
  expires_at text not null,
  used_at text,
  revoked_at text
) strict;
create table sessions (
  id text primary key,
  token_hash text not null unique,
  account_id text not null references accounts (id) on delete cascade,
  method text not null check (method in ('password', 'openid', 'link')),
  device_label text not null,
  created_at text not null,
  last_seen_at text not null,
  expires_at text not null,
  revoked_at text
) strict;
create index sessions_by_account on sessions (account_id);
create table totp_secrets (
  account_id text primary key references accounts (id) on delete cascade,
  sealed_secret blob not null,
  created_at text not null,
  confirmed_at text,
  last_used_step integer not null default 0
) strict;
create table recovery_codes (
  id text primary key,
  account_id text not null references accounts (id) on delete cascade,
  code_hash text not null,
  created_at text not null,
  used_at text
) strict;
create index recovery_codes_by_account on recovery_codes (account_id);
create table sign_in_throttles (
  key_hash text primary key,
  failures integer not null,
  first_failure_at text not null,
  locked_until text
) strict;
create table external_identities (
  id text primary key,
  account_id text not null references accounts (id) on delete cascade,
  issuer text not null,
  subject text not null,
  linked_at text not null,
  unique (issuer, subject)
) strict;
create table openid_attempts (
  state_hash text primary key,
  provider text not null,
  sealed_checks blob not null,
  created_at text not null,
  expires_at text not null
) strict;
create table files (
  id text primary key,
  kind text not null,
  bytes integer not null,
  sha256 text not null,
  media_type text not null,
  key_id text not null,
  created_at text not null,
  erase_after text,
  erased_at text
) strict;
create index files_to_erase on files (erase_after) where erased_at is null;
`;
