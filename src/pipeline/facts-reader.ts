import { isDoubt } from '../policy/is-doubt.ts';
import type { AnsweredQuestion } from '../policy/words/handling-policy.ts';
import type { Facts } from '../policy/words/rule.ts';
import type { Standing } from '../policy/words/standing.ts';
import type { Queryable } from '../store/database.ts';
import { getBatch, type Photo } from '../store/find-photo.ts';
import { readCurrentPolicy } from '../store/read-current-policy.ts';
import type { RegisterRecord } from './read-register.ts';
import { readRoll } from './read-roll.ts';
import { rollFacts, type RollFacts } from './roll-facts.ts';
import { readSchoolOnDay } from './read-school-on-day.ts';

/** Everything a verdict depends on besides evidence and answers, as of one day. */
export interface DayFacts {
  readonly facts: Facts;
  readonly record: RegisterRecord;
  /** Why everybody on the register of these channels may not appear. */
  readonly standings: readonly Standing[];
  readonly policyVersionId: string;
}

/** Reads the facts for one photo after another on the same day. */
export type ReadFacts = (photo: Pick<Photo, 'batchId' | 'caption' | 'altText'>) => Promise<DayFacts>;

/**
 * The facts for photos on an ISO day: their batch's channels and roll, the register and the policy of that day. The register
 * and the policy are read once, with the first photo, and what a batch means once for each batch.
 */
export function factsReader(database: Queryable, day: string): ReadFacts {
  let school: Promise<School> | undefined;
  const batches = new Map<string, ReturnType<typeof readBatchOf>>();
  return async (photo) => {
    school ??= readSchool(database, day);
    const { record, policyVersionId } = await school;
    const known = batches.get(photo.batchId) ?? readBatchOf(database, photo.batchId, await school);
    batches.set(photo.batchId, known);
    const { facts, standings } = await known;
    // The batch's own lists, not copies: what is derived from them is kept as long as they are.
    const caption = [facts.caption, photo.caption].filter((text) => text !== '').join('\n');
    return { facts: { ...facts, caption, altText: photo.altText }, record, standings, policyVersionId };
  };
}

type School = Awaited<ReturnType<typeof readSchool>>;

async function readSchool(database: Queryable, day: string) {
  const { id: policyVersionId, policy } = await readCurrentPolicy(database);
  return { ...(await readSchoolOnDay(database, day)), policyVersionId, policy };
}

async function readBatchOf(database: Queryable, batchId: string, school: School): Promise<RollFacts> {
  const batch = await getBatch(database, batchId);
  const bound = await database.selectFrom('batchChannels').select('channelId').where('batchId', '=', batchId).execute();
  const ids = new Set(bound.map(({ channelId }) => channelId));
  const roll = await readRoll(database, batch, school.record, { day: school.day });
  const { facts, standings } = rollFacts(school, roll, ids, school.policy);
  return {
    facts: { ...facts, title: batch.title, caption: batch.caption, doubts: doubtsOf(batch.checklistJson) },
    standings,
  };
}

function doubtsOf(checklistJson: string): Facts['doubts'] {
  return (JSON.parse(checklistJson) as AnsweredQuestion[]).filter(isDoubt);
}
