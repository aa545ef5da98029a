import type { Migration } from './migration.ts';
import { runStatements, statementsOf } from './run-statements.ts';

/**
 * What a rejected picture is known by, kept when the photo itself is deleted: sent again, it is for a person to decide
 * again. No pixels, and nothing of who is in it. Pictures that were rejected before are taken over.
 */
export const rejectedPicturesMigration: Migration = {
  number: 24,
  name: 'rejected-pictures',
  up: (trx) => runStatements(trx, statementsOf(statements)),
};

const statements = `
create table rejected_pictures (
  id text primary key,
  photo_id text not null,
  sha256 text not null,
  perceptual_hash text,
  rejected_at text not null
) strict;
create index rejected_pictures_by_photo on rejected_pictures (photo_id);
insert into rejected_pictures (id, photo_id, sha256, perceptual_hash, rejected_at)
  select decisions.id, photos.id, photos.sha256, photos.perceptual_hash, decisions.decided_at
  from decisions join photos on photos.id = decisions.photo_id
  where decisions.decision = 'reject' and decisions.undone_at is null
`;
