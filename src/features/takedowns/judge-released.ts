import { isoDayOf } from '../../lib/clock.ts';
import { judgeRelease, type ReleaseDay } from '../../pipeline/judge-release.ts';
import { isOnRoll } from '../../pipeline/read-register.ts';
import { ledgerConsequences } from '../../policy/ledger-consequences.ts';
import { releasedConsequences, type ReleasedConsequences } from '../../policy/released-consequences.ts';
import type { Queryable } from '../../store/database.ts';
import { isReliedOn } from '../../store/is-relied-on.ts';
import { readVerdict } from '../../store/verdict-rows.ts';
import type { Release } from './store.ts';

/** What today means for one release: for its picture, or for what the ledger tells where that has been erased. */
export async function judgeReleased(
  database: Queryable,
  release: Release,
  day: ReleaseDay,
): Promise<ReleasedConsequences> {
  const judged = await judgeRelease(database, release, day);
  const reliedOn = await findReliedOn(database, release);
  const about = { ...whoLeft(release, day), cleared: await findCleared(database, release) };
  if (judged === null) {
    const { id, channelId } = release;
    const { register, record, day: today } = day;
    const releasedOn = isoDayOf(day, release.releasedAt);
    return ledgerConsequences({
      ...{ ...about, id, channelId, reliedOn, register, records: record.records },
      ...{ releasedOn, today },
    });
  }
  return releasedConsequences({
    ...about,
    agreed: await readVerdict(database, release.verdictId),
    today: { ...judged.verdict, standings: judged.standings },
    facts: judged.facts,
    reliedOn: reliedOn.map(({ pupilId }) => pupilId),
  });
}

/** Who has left the school by today, and who of them since the release. */
function whoLeft(release: Release, day: ReleaseDay) {
  const left = day.record.pupils.filter((pupil) => !isOnRoll(pupil, day.day));
  const leftSince = left.filter((pupil) => isOnRoll(pupil, isoDayOf(day, release.releasedAt)));
  return { left: new Set(left.map(({ id }) => id)), leftSince: new Set(leftSince.map(({ id }) => id)) };
}

/** Whom a person looked for in a release and did not find. */
async function findCleared(database: Queryable, release: Release): Promise<ReadonlySet<string>> {
  const answered = await database
    .selectFrom('releaseLooks')
    .select('pupilId')
    .where('releaseId', '=', release.id)
    .where('answer', '=', 'not-here')
    .execute();
  return new Set(answered.map(({ pupilId }) => pupilId));
}

/** Whom a release relies on more surely than by a class list, and whether on a permission that is on record. */
async function findReliedOn(database: Queryable, release: Release) {
  const rows = await database
    .selectFrom('releaseConsents')
    .innerJoin('releases', 'releases.id', 'releaseConsents.releaseId')
    .select(['releaseConsents.pupilId', 'consentId'])
    .where('releaseId', '=', release.id)
    .where(isReliedOn)
    .orderBy('pupilId')
    .execute();
  return rows.map(({ pupilId, consentId }) => ({ pupilId, hadPermission: consentId !== null }));
}
