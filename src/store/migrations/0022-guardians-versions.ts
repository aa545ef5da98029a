import type { Migration } from './migration.ts';
import { runStatements, statementsOf } from './run-statements.ts';

/**
 * Counts up with each change of a guardian, so that a change made from an older look is refused. Those who were parted from
 * every pupil and answered nothing could no longer be found by anybody, and go.
 */
export const guardiansVersionsMigration: Migration = {
  number: 22,
  name: 'guardians-versions',
  up: (trx) => runStatements(trx, statementsOf(statements)),
};

const statements = `
alter table guardians add column version integer not null default 1;
delete from guardians where id not in (select guardian_id from pupil_guardians)
  and id not in (select guardian_id from consents where guardian_id is not null)
  and id not in (select guardian_id from biometric_records where guardian_id is not null)
`;
