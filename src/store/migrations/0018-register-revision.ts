import type { Migration } from './migration.ts';
import { runStatements } from './run-statements.ts';

/** Everything `findRegisterRows` reads. */
const tables = [
  'pupils',
  'pupil_siblings',
  'pupil_guardians',
  'consents',
  'pupil_objections',
  'restrictions',
  'biometric_records',
  'channels',
] as const;

const newToken = 'lower(hex(randomblob(16)))';

/**
 * A word that is another one after every change of what the register is computed from, whoever made it. Drawn by chance,
 * not counted: a number would come again after a change was rolled back, and mean something else.
 */
export const registerRevisionMigration: Migration = {
  number: 18,
  name: 'register-revision',
  up: (trx) =>
    runStatements(trx, [
      'create table register_revision (id integer not null primary key check (id = 1), token text not null) strict',
      `insert into register_revision (id, token) values (1, ${newToken})`,
      ...tables.flatMap((table) =>
        (['insert', 'update', 'delete'] as const).map(
          (change) => `create trigger ${table}_revised_by_${change} after ${change} on ${table} begin
            update register_revision set token = ${newToken} where id = 1;
          end`,
        ),
      ),
    ]),
};
