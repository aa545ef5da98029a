import { factsFor } from '../policy/facts-for.ts';
import { judgeWithAnswers } from '../policy/judge-with-answers.ts';
import { computeRegister } from '../policy/register/compute-register.ts';
import { standingsOf } from '../policy/register/standings.ts';
import type { RegisterEntry } from '../policy/words/people.ts';
import type { SchoolPolicy } from '../policy/words/school-policy.ts';
import type { Facts } from '../policy/words/rule.ts';
import type { Standing } from '../policy/words/standing.ts';
import type { Verdict } from '../policy/words/finding.ts';
import type { Queryable } from '../store/database.ts';
import { readEvidence } from '../store/evidence-rows.ts';
import { findPhoto, getBatch, type Batch } from '../store/find-photo.ts';
import { readCurrentPolicy } from '../store/read-current-policy.ts';
import { entriesOf } from './facts-reader.ts';
import { readAnswers } from './judge-stored-photo.ts';
import { readRegister, type RegisterRecord } from './read-register.ts';
import { readRoll } from './read-roll.ts';

/** What many releases of one day are judged with; read once. */
export interface ReleaseDay {
  readonly day: string;
  readonly record: RegisterRecord;
  /** Of everybody on record. */
  readonly register: readonly RegisterEntry[];
  readonly policy: SchoolPolicy;
  readonly policyVersionId: string;
  /** A pupil list that was older than this released nothing, so whoever was there is on record this long after. */
  readonly listMaxAgeDays: number;
  /** What was made for one picture and holds for others of its batch, channel and people. */
  readonly made: Map<string, Pick<JudgedRelease, 'facts' | 'standings'>>;
}

const dayMs = 86_400_000;

/** The register and the policy of an ISO day. */
export async function readReleaseDay(database: Queryable, day: string): Promise<ReleaseDay> {
  const { id: policyVersionId, policy, handling } = await readCurrentPolicy(database);
  const { pupilListMaxAgeDays: listMaxAgeDays } = handling;
  const record = await readRegister(database, day);
  const register = computeRegister(record, day);
  return { day, record, register, policy, policyVersionId, listMaxAgeDays, made: new Map() };
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

/** What does not depend on the picture itself: most of the work where a whole school is on record. */
async function readShared(
  database: Queryable,
  { channelId, releasedAt }: ReleasedPicture,
  batch: Batch,
  on: ReleaseDay,
) {
  const { day, record, policy } = on;
  const recordedBy = new Date(Date.parse(releasedAt) + on.listMaxAgeDays * dayMs).toISOString();
  const { pupils, roll } = await readRoll(database, batch, record, { day, recordedBy });
  const key = [batch.id, channelId, ...pupils.map(({ id }) => id)].join(' ');
  const before = on.made.get(key);
  if (before !== undefined) return before;
  const register = entriesOf(on.register, pupils);
  const channels = record.channels.filter(({ id }) => id === channelId);
  const made = {
    facts: factsFor({ channels, register, pupils, roll, policy }),
    standings: standingsOf(register, new Set([channelId]), record.records, day),
  };
  on.made.set(key, made);
  return made;
}
