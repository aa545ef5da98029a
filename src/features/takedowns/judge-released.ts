import { isoDayOf } from '../../lib/clock.ts';
import { judgeRelease, type ReleaseDay } from '../../pipeline/judge-release.ts';
import { isOnRoll } from '../../pipeline/read-register.ts';
import { releasedConsequences, type ReleasedConsequences } from '../../policy/released-consequences.ts';
import type { Queryable } from '../../store/database.ts';
import { isReliedOn } from '../../store/is-relied-on.ts';
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
  const leftSince = left.filter((pupil) => isOnRoll(pupil, isoDayOf(day, release.releasedAt)));
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

/** Whom a release relies on more surely than by a class list. */
async function findReliedOn(database: Queryable, release: Release): Promise<string[]> {
  const rows = await database
    .selectFrom('releaseConsents')
    .innerJoin('releases', 'releases.id', 'releaseConsents.releaseId')
    .select('releaseConsents.pupilId')
    .where('releaseId', '=', release.id)
    .where(isReliedOn)
    .orderBy('pupilId')
    .execute();
  return rows.map(({ pupilId }) => pupilId);
}
