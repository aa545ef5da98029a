import type { Migration } from './migration.ts';
import { runStatements, statementsOf } from './run-statements.ts';

/** Pupils, who answers for them, what they allowed, and the face templates those answers permit. */
export const registerMigration: Migration = {
  number: 3,
  name: 'register',
  up: (trx) => runStatements(trx, [...statementsOf(statements), ...keepHistory]),
};

const statements = `
create table pupils (
  id text primary key,
  school_number text not null unique,
  first_name text not null,
  last_name text not null,
  preferred_name text,
  other_names_json text not null,
  class_name text,
  year_group text,
  date_of_birth text,
  left_on text,
  created_at text not null,
  updated_at text not null,
  version integer not null default 1
) strict;
create index pupils_by_class on pupils (class_name);
create table pupil_siblings (
  pupil_id text not null references pupils (id) on delete cascade,
  sibling_id text not null references pupils (id) on delete cascade,
  recorded_at text not null,
  primary key (pupil_id, sibling_id),
  check (pupil_id < sibling_id)
) strict;
create index pupil_siblings_other_way on pupil_siblings (sibling_id);
create table contact_warnings (
  id text primary key,
  pupil_id text not null references pupils (id) on delete cascade,
  sealed_note blob not null,
  recorded_at text not null,
  recorded_by text not null references accounts (id),
  lifted_at text,
  lifted_by text references accounts (id)
) strict;
create table guardians (
  id text primary key,
  name text not null,
  email text,
  phone text,
  created_at text not null,
  updated_at text not null
) strict;
create table pupil_guardians (
  pupil_id text not null references pupils (id) on delete cascade,
  guardian_id text not null references guardians (id) on delete cascade,
  relationship text not null,
  is_parent integer not null check (is_parent in (0, 1)),
  primary key (pupil_id, guardian_id)
) strict;
create index pupil_guardians_by_guardian on pupil_guardians (guardian_id);
create table imports (
  id text primary key,
  kind text not null check (kind in ('pupils-csv', 'consents-csv', 'portraits-zip', 'confirmed-current')),
  state text not null check (state in ('dry-run', 'applied', 'abandoned')),
  file_name text,
  sha256 text,
  file_id text references files (id),
  mapping_json text not null,
  summary_json text not null,
  created_at text not null,
  created_by text references accounts (id),
  applied_at text,
  applied_by text references accounts (id)
) strict;
create table import_lines (
  import_id text not null references imports (id) on delete cascade,
  line integer not null,
  change text not null check (change in ('add', 'change', 'leaver', 'same', 'problem')),
  pupil_id text,
  row_json text not null,
  problems_json text not null,
  primary key (import_id, line)
) strict;
create table consents (
  id text primary key,
  pupil_id text not null references pupils (id) on delete cascade,
  channel_id text references channels (id),
  answer text not null check (answer in ('permitted', 'refused', 'withdrawn')),
  basis text not null check (basis in ('consent', 'public-task', 'legitimate-interests')),
  valid_from text not null,
  valid_until text not null,
  guardian_id text references guardians (id) on delete set null,
  given_by text not null,
  method text not null,
  evidence_reference text,
  evidence_file_id text references files (id),
  recorded_at text not null,
  recorded_by text references accounts (id),
  import_id text references imports (id)
) strict;
create index consents_by_pupil on consents (pupil_id, channel_id, recorded_at);
create table pupil_objections (
  id text primary key,
  pupil_id text not null references pupils (id) on delete cascade,
  channel_id text references channels (id),
  objected_on text not null,
  recorded_at text not null,
  recorded_by text not null references accounts (id),
  lifted_at text,
  lifted_by text references accounts (id)
) strict;
create index pupil_objections_by_pupil on pupil_objections (pupil_id);
create table restrictions (
  id text primary key,
  pupil_id text not null references pupils (id) on delete cascade,
  sealed_reason blob not null,
  starts_on text not null,
  ends_on text,
  recorded_at text not null,
  recorded_by text not null references accounts (id),
  lifted_at text,
  lifted_by text references accounts (id)
) strict;
create index restrictions_by_pupil on restrictions (pupil_id);
create table disclosures (
  id text primary key,
  pupil_id text not null references pupils (id) on delete cascade,
  disclosed_to text not null references accounts (id),
  sealed_note blob not null,
  disclosed_at text not null,
  disclosed_by text not null references accounts (id)
) strict;
create table biometric_records (
  id text primary key,
  pupil_id text not null references pupils (id) on delete cascade,
  event text not null check (event in
    ('parent-notified', 'parent-exempt', 'parent-consented', 'parent-objected', 'pupil-objected', 'withdrawn', 'reset')),
  guardian_id text references guardians (id) on delete set null,
  happened_on text not null,
  in_writing integer not null check (in_writing in (0, 1)),
  evidence_reference text,
  evidence_file_id text references files (id),
  recorded_at text not null,
  recorded_by text not null references accounts (id)
) strict;
create index biometric_records_by_pupil on biometric_records (pupil_id, recorded_at);
create table reference_photos (
  id text primary key,
  pupil_id text not null references pupils (id) on delete cascade,
  purpose text not null check (purpose in ('portrait', 'enrolment')),
  file_id text not null references files (id),
  quality_json text not null,
  import_id text references imports (id),
  added_at text not null,
  added_by text references accounts (id)
) strict;
create index reference_photos_by_pupil on reference_photos (pupil_id);
create table face_templates (
  id text primary key,
  pupil_id text not null references pupils (id) on delete cascade,
  reference_photo_id text not null references reference_photos (id) on delete cascade,
  biometric_record_id text not null references biometric_records (id) on delete cascade,
  model text not null,
  model_version text not null,
  sealed_vector blob not null,
  made_at text not null
) strict;
create index face_templates_by_pupil on face_templates (pupil_id)
`;

/** Answers are history: a new one is added, an old one is never rewritten. Erasing a pupil still deletes them. */
const keepHistory = [
  `create trigger consents_keep_history
   before update of id, pupil_id, channel_id, answer, basis, valid_from, valid_until, method, recorded_at, recorded_by
   on consents begin select raise(abort, 'consents are never rewritten'); end`,
  `create trigger biometric_records_keep_history
   before update of id, pupil_id, event, happened_on, in_writing, recorded_at, recorded_by
   on biometric_records begin select raise(abort, 'biometric records are never rewritten'); end`,
  `create trigger policy_versions_keep_history
   before update on policy_versions begin select raise(abort, 'policy versions are never rewritten'); end`,
];
