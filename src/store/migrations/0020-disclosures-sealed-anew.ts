import type { Migration } from './migration.ts';
import { runStatements } from './run-statements.ts';

/**
 * What was told to whom stays as it was written, but a new key must be able to seal it: the sealed note may change to
 * one of the same length under another key, nothing else may.
 */
export const disclosuresSealedAnewMigration: Migration = {
  number: 20,
  name: 'disclosures-sealed-anew',
  up: (trx) => runStatements(trx, statements),
};

const refusal = `begin select raise(abort, 'disclosures are never rewritten'); end`;

const statements = [
  'drop trigger disclosures_keep_history',
  `create trigger disclosures_keep_history
   before update of id, pupil_id, restriction_id, photo_id, to_kind, disclosed_on, recorded_at, recorded_by
   on disclosures ${refusal}`,
  `create trigger disclosures_keep_notes before update of sealed_note on disclosures
   when length(new.sealed_note) <> length(old.sealed_note)
     or substr(new.sealed_note, 2, 8) = substr(old.sealed_note, 2, 8) ${refusal}`,
];
