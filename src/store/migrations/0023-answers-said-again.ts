import type { Migration } from './migration.ts';
import { runStatements } from './run-statements.ts';

/**
 * An answer of a list that was on record already. It is kept beside the record, with the answer that it repeats, and takes
 * the place of that one when it turns out to have been recorded by mistake.
 */
export const answersSaidAgainMigration: Migration = {
  number: 23,
  name: 'answers-said-again',
  up: (trx) =>
    runStatements(trx, [
      `create table answers_said_again (
        id text primary key,
        pupil_id text not null references pupils (id) on delete cascade,
        consent_id text not null references consents (id) on delete cascade,
        import_id text not null references imports (id),
        channel_id text references channels (id),
        valid_from text not null,
        given_by text not null
      ) strict`,
      'create index answers_said_again_by_consent on answers_said_again (consent_id)',
      'create index answers_said_again_by_import on answers_said_again (import_id)',
      'create index answers_said_again_by_pupil on answers_said_again (pupil_id)',
    ]),
};
