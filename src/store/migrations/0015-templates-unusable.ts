import type { Migration } from './migration.ts';
import { runStatements, statementsOf } from './run-statements.ts';

/** Which nets could not make a template again from its reference photo. */
export const templatesUnusableMigration: Migration = {
  number: 15,
  name: 'templates-unusable',
  up: (trx) => runStatements(trx, statementsOf('alter table face_templates add column unusable_by text')),
};
