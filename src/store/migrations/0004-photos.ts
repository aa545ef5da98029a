import type { Migration } from './migration.ts';
import { runStatements, statementsOf } from './run-statements.ts';

/** Batches, photos, what was seen on them and what people decided. */
export const photosMigration: Migration = {
  number: 4,
  name: 'photos',
  up: (trx) => runStatements(trx, statementsOf(statements)),
};

const statements = `
create table batches (
  id text primary key,
  title text not null,
  event_date text not null,
  caption text not null,
  whole_school integer not null check (whole_school in (0, 1)),
  checklist_json text not null,
  state text not null check (state in ('open', 'submitted', 'decided', 'closed')),
  uploaded_by text not null references accounts (id),
  created_at text not null,
  submitted_at text,
  decided_at text,
  closed_at text,
  version integer not null default 1
) strict;
create index batches_by_uploader on batches (uploaded_by, created_at);
create index batches_by_state on batches (state, created_at);
create table batch_channels (
  batch_id text not null references batches (id) on delete cascade,
  channel_id text not null references channels (id),
  primary key (batch_id, channel_id)
) strict;
create table batch_roll (
  batch_id text not null references batches (id) on delete cascade,
  group_kind text not null check (group_kind in ('class', 'year', 'pupil')),
  group_name text not null,
  primary key (batch_id, group_kind, group_name)
) strict;
create table photos (
  id text primary key,
  batch_id text not null references batches (id) on delete cascade,
  position integer not null,
  state text not null,
  quarantined integer not null default 0 check (quarantined in (0, 1)),
  file_name text not null,
  sha256 text not null,
  bytes integer not null,
  width integer,
  height integer,
  perceptual_hash text,
  near_duplicate_of text references photos (id) on delete set null,
  original_file_id text references files (id),
  clean_file_id text references files (id),
  preview_file_id text references files (id),
  caption text not null,
  alt_text text not null,
  current_verdict_id text,
  current_output_id text,
  uploaded_by text not null references accounts (id),
  uploaded_at text not null,
  state_changed_at text not null,
  version integer not null default 1,
  unique (batch_id, sha256)
) strict;
create index photos_by_batch on photos (batch_id, position);
create index photos_by_state on photos (state, state_changed_at);
create index photos_by_sha256 on photos (sha256);
create table photo_outputs (
  id text primary key,
  photo_id text not null references photos (id) on delete cascade,
  kind text not null check (kind in ('cover', 'crop', 'cover-and-crop')),
  recipe_json text not null,
  file_id text references files (id),
  preview_file_id text references files (id),
  sha256 text,
  width integer,
  height integer,
  check_state text not null check (check_state in ('waiting', 'passed', 'failed')),
  check_reason text,
  made_by text not null references accounts (id),
  made_at text not null,
  checked_at text,
  discarded_at text
) strict;
create index photo_outputs_by_photo on photo_outputs (photo_id);
create table evidence_items (
  id text primary key,
  photo_id text not null references photos (id) on delete cascade,
  output_id text references photo_outputs (id) on delete cascade,
  name text not null,
  status text not null check (status in ('observed', 'failed', 'off')),
  item_json text not null,
  recorded_at text not null
) strict;
create unique index evidence_items_of_photo on evidence_items (photo_id, name) where output_id is null;
create unique index evidence_items_of_output on evidence_items (output_id, name) where output_id is not null;
create table verdicts (
  id text primary key,
  photo_id text not null references photos (id) on delete cascade,
  output_id text references photo_outputs (id) on delete cascade,
  verdict text not null check (verdict in ('clear', 'review', 'block')),
  findings_json text not null,
  coverage_json text not null,
  policy_version_id text not null references policy_versions (id),
  cause text not null check (cause in ('screening', 'output-check', 'replay', 'answer', 'text-change')),
  judged_at text not null
) strict;
create index verdicts_by_photo on verdicts (photo_id, judged_at);
create table drawn_faces (
  id text primary key,
  photo_id text not null references photos (id) on delete cascade,
  box_json text not null,
  drawn_by text not null references accounts (id),
  drawn_at text not null,
  removed_at text,
  removed_by text references accounts (id)
) strict;
create index drawn_faces_by_photo on drawn_faces (photo_id);
create table not_this_pupil (
  id text primary key,
  photo_id text not null references photos (id) on delete cascade,
  pupil_id text not null references pupils (id) on delete cascade,
  subject text not null,
  box_json text not null,
  reason text not null,
  said_by text not null references accounts (id),
  said_at text not null,
  withdrawn_at text,
  withdrawn_by text references accounts (id)
) strict;
create index not_this_pupil_by_photo on not_this_pupil (photo_id);
create table line_up_answers (
  id text primary key,
  photo_id text not null references photos (id) on delete cascade,
  pupil_id text not null references pupils (id) on delete cascade,
  answer text not null check (answer in ('here', 'not-here', 'cannot-tell')),
  answered_by text not null references accounts (id),
  answered_at text not null,
  replaced_at text
) strict;
create unique index line_up_answers_now on line_up_answers (photo_id, pupil_id) where replaced_at is null;
create table overrides (
  id text primary key,
  photo_id text not null references photos (id) on delete cascade,
  verdict_id text not null references verdicts (id) on delete cascade,
  finding_code text not null,
  subject text not null,
  reason text not null,
  asked_by text not null references accounts (id),
  asked_at text not null,
  answered_by text references accounts (id),
  answered_at text,
  answer text check (answer in ('agreed', 'refused')),
  check (answered_by is null or answered_by <> asked_by)
) strict;
create index overrides_by_photo on overrides (photo_id);
create table decisions (
  id text primary key,
  photo_id text not null references photos (id) on delete cascade,
  verdict_id text references verdicts (id) on delete cascade,
  output_id text references photo_outputs (id) on delete set null,
  decision text not null check (decision in ('approve', 'approve-with-covers', 'crop', 'reject', 'delete')),
  reason_code text not null,
  reason_note text not null,
  decided_by text not null references accounts (id),
  decided_at text not null,
  undone_at text,
  undone_by text references accounts (id)
) strict;
create index decisions_by_photo on decisions (photo_id, decided_at);
create table finding_answers (
  id text primary key,
  photo_id text not null references photos (id) on delete cascade,
  finding_code text not null,
  subject text not null,
  answer text not null check (answer in ('right', 'wrong')),
  answered_by text not null references accounts (id),
  answered_at text not null
) strict;
create index finding_answers_by_code on finding_answers (finding_code, answered_at);
create table quarantines (
  id text primary key,
  photo_id text not null references photos (id) on delete cascade,
  opened_at text not null,
  closed_at text,
  closed_by text references accounts (id),
  outcome text check (outcome in ('not-of-concern', 'deleted', 'reported')),
  sealed_note blob
) strict;
create unique index quarantines_open on quarantines (photo_id) where closed_at is null
`;
