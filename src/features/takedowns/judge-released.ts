import { judgeRelease, type ReleaseDay } from '../../pipeline/judge-release.ts';
import { isOnRoll } from '../../pipeline/read-register.ts';
import { releasedConsequences, type ReleasedConsequences } from '../../policy/released-consequences.ts';
import type { Queryable } from '../../store/database.ts';
import { readVerdict } from '../../store/verdict-rows.ts';
import type { Release } from './store.ts';

/** What today means for one release; null when there is nothing left to judge. */
export async function judgeReleased(
  database: Queryable,
  release: Release,
  day: ReleaseDay,
): Promise<ReleasedConsequences | null> {
  const judged = await judgeRelease(database, release, day);
  if (judged === null) return null;
  const answered = await database
    .selectFrom('releaseLooks')
    .select('pupilId')
    .where('releaseId', '=', release.id)
    .where('answer', '=', 'not-here')
    .execute();
  const left = day.record.pupils.filter((pupil) => !isOnRoll(pupil, day.day));
  const leftSince = left.filter((pupil) => isOnRoll(pupil, release.releasedAt.slice(0, 10)));
  return releasedConsequences({
    agreed: await readVerdict(database, release.verdictId),
    today: { ...judged.verdict, standings: judged.standings },
    facts: judged.facts,
    reliedOn: await findReliedOn(database, release),
    left: new Set(left.map(({ id }) => id)),
    leftSince: new Set(leftSince.map(({ id }) => id)),
    cleared: new Set(answered.map(({ pupilId }) => pupilId)),
  });
}

/** Surer than a class list: matched, seen, named, or put on the roll one by one. */
async function findReliedOn(database: Queryable, release: Release): Promise<string[]> {
  const rows = await database
    .selectFrom('releaseConsents')
    .select(['pupilId', 'how'])
    .where('releaseId', '=', release.id)
    .orderBy('pupilId')
    .execute();
  const alone = await database
    .selectFrom('batchRoll')
    .select('groupName')
    .where('batchId', '=', release.batchId ?? '')
    .where('groupKind', '=', 'pupil')
    .execute();
  const isAlone = new Set(alone.map(({ groupName }) => groupName));
  return rows.flatMap(({ pupilId, how }) => (how !== 'roll' || isAlone.has(pupilId) ? [pupilId] : []));
}
