import type { Judged } from '../../pipeline/judge-stored-photo.ts';
import { namedPupils } from '../../policy/names/named-pupils.ts';
import type { PupilId } from '../../policy/words/people.ts';
import type { Queryable } from '../../store/database.ts';
import { observedIn } from '../../store/evidence-rows.ts';
import type { Photo } from '../../store/find-photo.ts';
import type { ReleaseConsentRow } from '../../store/tables/release-tables.ts';

/** A pupil whose permission a release relies on, and how we know that they may be in the photo. */
export type ReliedUpon = Omit<ReleaseConsentRow, 'releaseId'>;

export interface ReleaseQuestion {
  readonly photo: Photo;
  readonly channelId: string;
  readonly day: string;
  readonly judged: Judged;
}

/** How we know, the surest last. */
async function findPupils(database: Queryable, question: ReleaseQuestion): Promise<Map<PupilId, ReliedUpon['how']>> {
  const { photo, judged } = question;
  const { facts, evidence } = judged;
  const how = new Map<PupilId, ReliedUpon['how']>();
  const batch = await database
    .selectFrom('batches')
    .select('wholeSchool')
    .where('id', '=', photo.batchId)
    .executeTakeFirstOrThrow();
  // A whole school on every photo would say nothing about any of them. Who may not appear was looked for and not found:
  // the release does not rely on them, and must not come down for them at the next change of anybody's answers.
  const barred = new Set(facts.register.map((entry) => entry.pupil.id));
  const mayAppear = facts.roll.filter((pupil) => !barred.has(pupil.id));
  if (batch.wholeSchool === 0) for (const pupil of mayAppear) how.set(pupil.id, 'roll');
  const words = [
    facts.title,
    facts.caption,
    facts.altText,
    ...(observedIn(evidence, 'text') ?? []).map((region) => region.text),
  ];
  for (const name of words.flatMap((text) => namedPupils(text, 'prose', facts))) {
    for (const pupil of [...name.others, ...name.barred]) how.set(pupil.id, 'named');
  }
  for (const pupil of await findSeenInLineUp(database, photo)) how.set(pupil, 'line-up');
  for (const pupil of await findMatched(database, question)) how.set(pupil, 'matched');
  return how;
}

async function findSeenInLineUp(database: Queryable, photo: Photo): Promise<readonly PupilId[]> {
  const answers = await database
    .selectFrom('lineUpAnswers')
    .select('pupilId')
    .where('photoId', '=', photo.id)
    .where('replacedAt', 'is', null)
    .where('answer', '<>', 'not-here')
    .execute();
  return answers.map(({ pupilId }) => pupilId);
}

/** Whom a face is at least possibly like, and of whom nobody said that it is somebody else. */
async function findMatched(database: Queryable, { photo, judged }: ReleaseQuestion): Promise<readonly PupilId[]> {
  const denied = await database
    .selectFrom('notThisPupil')
    .select('pupilId')
    .where('photoId', '=', photo.id)
    .where('withdrawnAt', 'is', null)
    .execute();
  const isDenied = new Set(denied.map(({ pupilId }) => pupilId));
  const candidates = (observedIn(judged.evidence, 'match')?.faces ?? []).flatMap((face) => face.candidates);
  return candidates
    .filter(({ pupil, score }) => score >= judged.facts.policy.match.possible && !isDenied.has(pupil))
    .map(({ pupil }) => pupil);
}

/** The newest permission in force for each pupil and this channel. */
async function findPermissions(
  database: Queryable,
  { channelId, day }: ReleaseQuestion,
  pupils: readonly PupilId[],
): Promise<ReadonlyMap<PupilId, string>> {
  const rows = await database
    .selectFrom('consents')
    .select(['id', 'pupilId'])
    .where('pupilId', 'in', pupils.length === 0 ? [''] : [...pupils])
    .where((where) => where.or([where('channelId', 'is', null), where('channelId', '=', channelId)]))
    .where('answer', '=', 'permitted')
    .where('retractedAt', 'is', null)
    .where('validFrom', '<=', day)
    .where('validUntil', '>=', day)
    .orderBy('validFrom')
    .orderBy('id')
    .execute();
  return new Map(rows.map(({ id, pupilId }) => [pupilId, id]));
}

/** Whom a release relies on: pupils on its roll, named beside it, seen in the line-up or matched, each with the record. */
export async function findReliedUpon(database: Queryable, question: ReleaseQuestion): Promise<ReliedUpon[]> {
  const how = await findPupils(database, question);
  const permissions = await findPermissions(database, question, [...how.keys()]);
  const onRecord = new Set(question.judged.record.pupils.map((pupil) => pupil.id));
  return [...how]
    .filter(([pupilId]) => onRecord.has(pupilId))
    .map(([pupilId, reason]) => ({ pupilId, consentId: permissions.get(pupilId) ?? null, how: reason }));
}
