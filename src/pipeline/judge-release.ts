import { judgeWithAnswers } from '../policy/judge-with-answers.ts';
import type { SchoolPolicy } from '../policy/words/school-policy.ts';
import type { Facts } from '../policy/words/rule.ts';
import type { Standing } from '../policy/words/standing.ts';
import type { Verdict } from '../policy/words/finding.ts';
import { isoToday, type Clock } from '../lib/clock.ts';
import type { Queryable } from '../store/database.ts';
import { readEvidence } from '../store/evidence-rows.ts';
import { findPhoto, getBatch, type Batch } from '../store/find-photo.ts';
import { readCurrentPolicy } from '../store/read-current-policy.ts';
import { readAnswers } from './judge-stored-photo.ts';
import { readRoll } from './read-roll.ts';
import { rollFacts, type RollFacts } from './roll-facts.ts';
import { readSchoolOnDay, type SchoolOnDay } from './read-school-on-day.ts';

/** What many releases of one day are judged with; read once. */
export interface ReleaseDay extends SchoolOnDay {
  readonly policy: SchoolPolicy;
  readonly policyVersionId: string;
  /** A pupil list that was older than this released nothing, so whoever was there is on record this long after. */
  readonly listMaxAgeDays: number;
  /** The school's time zone. */
  readonly zone: string;
}

const dayMs = 86_400_000;

/** The register and the policy of today. */
export async function readReleaseDay(database: Queryable, clock: Clock): Promise<ReleaseDay> {
  const { id: policyVersionId, policy, handling } = await readCurrentPolicy(database);
  const { pupilListMaxAgeDays: listMaxAgeDays } = handling;
  return {
    ...(await readSchoolOnDay(database, isoToday(clock))),
    zone: clock.zone,
    policy,
    policyVersionId,
    listMaxAgeDays,
  };
}

/** The part of a release that judging needs. */
export interface ReleasedPicture {
  readonly photoId: string | null;
  readonly channelId: string;
  readonly caption: string;
  readonly altText: string;
  readonly releasedAt: string;
}

export interface JudgedRelease {
  readonly verdict: Verdict;
  readonly facts: Facts;
  /** Why everybody on the register of its channel may not appear. */
  readonly standings: readonly Standing[];
  readonly policyVersionId: string;
}

/**
 * Judge a released picture again, for its own channel and with the words that left with it. Null when the photo itself
 * has been erased. No models; nothing is written.
 */
export async function judgeRelease(
  database: Queryable,
  release: ReleasedPicture,
  on: ReleaseDay,
): Promise<JudgedRelease | null> {
  const photo = release.photoId === null ? undefined : await findPhoto(database, release.photoId);
  if (photo === undefined) return null;
  const { facts: shared, standings } = await readShared(database, release, await getBatch(database, photo.batchId), on);
  const facts = { ...shared, caption: release.caption, altText: release.altText };
  const evidence = await readEvidence(database, { photoId: photo.id, outputId: photo.currentOutputId });
  const verdict = judgeWithAnswers(evidence, facts, await readAnswers(database, photo));
  return { verdict, facts, standings, policyVersionId: on.policyVersionId };
}

/** What does not depend on the picture itself. */
async function readShared(
  database: Queryable,
  { channelId, releasedAt }: ReleasedPicture,
  batch: Batch,
  on: ReleaseDay,
): Promise<RollFacts> {
  const recordedBy = new Date(Date.parse(releasedAt) + on.listMaxAgeDays * dayMs).toISOString();
  const roll = await readRoll(database, batch, on.record, { day: on.day, recordedBy });
  return rollFacts(on, roll, new Set([channelId]), on.policy);
}
