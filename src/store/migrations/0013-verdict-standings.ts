import type { Migration } from './migration.ts';
import { runStatements, statementsOf } from './run-statements.ts';

/** Why the pupils a verdict names might not appear when it was given, so that what came later is told from it. */
export const verdictStandingsMigration: Migration = {
  number: 13,
  name: 'verdict-standings',
  up: (trx) => runStatements(trx, statementsOf(statements)),
};

const statements = `
create table verdict_standings (
  verdict_id text not null references verdicts (id) on delete cascade,
  pupil_id text not null references pupils (id) on delete cascade,
  channel_id text not null references channels (id),
  reason text not null check (reason in
    ('restricted', 'pupil-objected', 'refused', 'withdrawn', 'expired', 'no-record')),
  latest_record_id text,
  primary key (verdict_id, pupil_id, channel_id)
) strict;
create index verdict_standings_by_pupil on verdict_standings (pupil_id)
`;
