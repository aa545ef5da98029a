import type { Migration } from './migration.ts';
import { runStatements, statementsOf } from './run-statements.ts';

/** Which nets could not make a template again from its reference photo, found by that photo. */
export const templatesUnusableMigration: Migration = {
  number: 15,
  name: 'templates-unusable',
  up: (trx) =>
    runStatements(
      trx,
      statementsOf(`
        alter table face_templates add column unusable_by text;
        create index face_templates_by_reference_photo on face_templates (reference_photo_id);
      `),
    ),
};
