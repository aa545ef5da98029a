import type { SignedIn } from '../../http/signed-in.ts';
import { isoBeginningOf, isoDayFromToday, isoDayOf, isoToday } from '../../lib/clock.ts';
import { countByWeek } from './count-by-week.ts';
import { countFalseAlarms, countFindings } from './count-findings.ts';
import { countTakedowns } from './count-takedowns.ts';
import { measureDecisions } from './measure-decisions.ts';
import type { StatisticsParts } from './parts.ts';
import { readChecked } from './read-checked.ts';

/**
 * What happened in the last `days` days, today included, as numbers without a name. A quarantined photo and a finding
 * for the safeguarding lead count for the safeguarding lead alone, as everywhere.
 */
export async function readStatistics({ database, clock }: StatisticsParts, person: SignedIn, days: number) {
  const until = isoToday(clock);
  const from = isoDayFromToday(clock, 1 - days);
  const since = isoBeginningOf(clock, from);
  const checked = await readChecked(database, since, person.roles.includes('dsl'));
  const decided = await measureDecisions(database, since, checked);
  return {
    from,
    until,
    photos: checked.length,
    weeks: countByWeek(checked, { from, until, dayOf: (moment) => isoDayOf(clock, moment) }),
    decisionTime: decided.time,
    findings: countFindings(checked),
    decisions: decided.reasons,
    overrides: await countOverrides(database, since),
    falseAlarms: countFalseAlarms(checked, decided.outcomes, await findDenials(database)),
    takedowns: await countTakedowns(database, clock, since),
  };
}

async function countOverrides(database: StatisticsParts['database'], since: string) {
  const rows = await database.selectFrom('overrides').select('answer').where('askedAt', '>=', since).execute();
  const count = (answer: string): number => rows.filter((row) => row.answer === answer).length;
  return { asked: rows.length, agreed: count('agreed'), refused: count('refused') };
}

/** Photos in which somebody said of a face "not this pupil", and of which face. */
async function findDenials(database: StatisticsParts['database']): Promise<ReadonlySet<string>> {
  const rows = await database
    .selectFrom('notThisPupil')
    .select(['photoId', 'subject'])
    .where('withdrawnAt', 'is', null)
    .execute();
  return new Set(rows.map(({ photoId, subject }) => `${photoId} ${subject}`));
}
