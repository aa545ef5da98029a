import type { Migration } from './migration.ts';
import { runStatements, statementsOf } from './run-statements.ts';

/**
 * An address that was recorded by mistake stays on record and is looked at no more. Where a release was put stands in
 * `release_posts` alone: what the release itself told of the first post was not kept right.
 */
export const postsRetractedMigration: Migration = {
  number: 21,
  name: 'posts-retracted',
  up: (trx) => runStatements(trx, statementsOf(statements)),
};

const statements = `
alter table release_posts add column retracted_at text;
alter table release_posts add column retracted_by text references accounts (id);
alter table releases drop column posted_at;
alter table releases drop column posted_url;
alter table releases drop column posted_by
`;
